import type { RunEvent, RunView } from '../../../../shared/run.ts'
import { errorText } from '../../../state/error-words.ts'
import { w } from '../words.ts'

const e = w.replay.events

/** What happened, in one line. */
export function eventWords(event: RunEvent, view: RunView): string {
  const who = (id: string) => view.speakers.find((speaker) => speaker.id === id)?.label ?? id
  switch (event.type) {
    case 'run-started':
      return e.started(event.title)
    case 'decision':
      return `${event.decision.title}: ${event.decision.reason}`
    case 'speaker-asked':
      return e.asked(who(event.speaker))
    case 'speaker-queued':
      return e.queued(who(event.speaker))
    case 'speaker-retrying':
      return e.retried(who(event.speaker), errorText(event.error))
    case 'speaker-finished':
      if (event.result.state === 'done') return e.answered(who(event.speaker))
      return e.ended(who(event.speaker), event.result.error ? errorText(event.result.error) : event.result.reason)
    case 'tool-started':
      return e.tool(event.tool)
    case 'wait-opened':
      return e.waits(event.wait.title)
    case 'wait-closed':
      return e.went(event.answer)
    case 'plan-revised':
      return event.reason
    case 'node-changed':
      return [event.node, event.note].filter((part) => part !== '').join(': ')
    case 'run-finished':
      return event.error ? errorText(event.error) : (event.outcome?.summary ?? e.over)
    default:
      return e.other
  }
}
