import { assertNever } from '../../../../shared/errors.ts'
import type { MemberState } from './member-state.ts'

/** The line above a column: whole where members agree, broken where one dissents or failed, dotted where nothing came. */
export function memberLine(state: MemberState): string {
  switch (state) {
    case 'agrees':
      return 'border-t-2 border-t-accent'
    case 'dissents':
      return 'border-t-2 border-t-warn [border-top-style:dashed]'
    case 'failed':
      return 'border-t-2 border-t-bad [border-top-style:dashed]'
    case 'done':
    case 'streaming':
      return 'border-t-2 border-t-hue'
    case 'waiting':
    case 'queued':
    case 'asked':
    case 'retrying':
    case 'cancelled':
    case 'not-needed':
      return 'border-t-2 border-t-line-strong [border-top-style:dotted]'
    default:
      return assertNever(state)
  }
}
