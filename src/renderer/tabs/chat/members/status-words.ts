import { assertNever } from '../../../../shared/errors.ts'
import { formatDuration } from '../../../../shared/format.ts'
import type { SpeakerView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import type { MemberState } from './member-state.ts'
import { tokenRate } from './run-figures.ts'

/** The few words at the end of a lane: "Done, 7.4 s", "61 tokens/s", "Queued, 1 ahead". */
export function statusWords(member: SpeakerView, state: MemberState, now: number): string {
  const took = member.askedAt !== null && member.endedAt !== null ? formatDuration(member.endedAt - member.askedAt) : null
  const timed = (word: string) => (took === null ? word : m.chat.wordAndTime(word, took))
  switch (state) {
    case 'streaming': {
      const rate = tokenRate(member, now)
      return rate === null ? m.chat.state.streaming : m.chat.tokensPerSecond(rate)
    }
    case 'queued':
      return member.ahead === null ? m.chat.state.queued : m.chat.queuedBehind(member.ahead)
    case 'done':
    case 'agrees':
    case 'dissents':
    case 'failed':
      return timed(m.chat.state[state])
    case 'waiting':
    case 'asked':
    case 'retrying':
    case 'cancelled':
    case 'not-needed':
      return m.chat.state[state]
    default:
      return assertNever(state)
  }
}
