import { formatDuration } from '../../../../shared/format.ts'
import { m } from '../../../app/messages.ts'
import { aboutTime } from './about-time.ts'
import type { Step } from './step.ts'

/** What stands at the end of a step: how long it took, what it is doing, or what is expected. */
export function stepWords(step: Step, now: number): string {
  const took = step.startedAt === null ? null : formatDuration(Math.max(0, (step.endedAt ?? now) - step.startedAt))
  switch (step.state) {
    case 'done':
      return took ?? m.runs.step.done
    case 'running':
      return took ?? m.runs.step.running
    case 'waiting':
      return step.expectedMs > 0 ? m.runs.aboutTime(aboutTime(step.expectedMs)) : m.runs.step.waiting
    case 'failed':
    case 'cancelled':
      return took === null ? m.runs.step[step.state] : m.runs.stateAfter(took, m.runs.step[step.state])
    default:
      return m.runs.step[step.state]
  }
}
