import type { RunEvent, Speaker } from './run.ts'

/** The seven progress events that other tools of the field use, with a percentage of the run. */
export type TaskEvent = {
  readonly type:
    | 'TASK_STARTED'
    | 'SUBTASK_CREATED'
    | 'SUBTASK_COMPLETED'
    | 'SYNTHESIS_STARTED'
    | 'SYNTHESIS_COMPLETED'
    | 'TASK_COMPLETED'
    | 'ERROR'
  readonly at: number
  readonly percent: number
  readonly subject: string
}

/** Turns a run's events into task events: one reader a run, fed in order. */
export function taskEventReader(): (event: RunEvent) => TaskEvent[] {
  let members: Speaker[] = []
  let finished = 0
  const percent = () => (members.length === 0 ? 0 : Math.round((finished / members.length) * 90))
  const isMerge = (speaker: string) => speaker === 'merge'
  return (event) => {
    const say = (type: TaskEvent['type'], subject: string, share = percent()): TaskEvent => ({
      type,
      at: event.at,
      percent: share,
      subject,
    })
    switch (event.type) {
      case 'run-started':
        members = event.speakers.filter((speaker) => speaker.role === 'member')
        return [say('TASK_STARTED', event.title), ...members.map((member) => say('SUBTASK_CREATED', member.label))]
      case 'speaker-asked':
        return isMerge(event.speaker) && event.attempt === 1 ? [say('SYNTHESIS_STARTED', event.model)] : []
      case 'speaker-finished':
        if (isMerge(event.speaker)) return [say('SYNTHESIS_COMPLETED', event.result.model, 95)]
        finished += 1
        return [say('SUBTASK_COMPLETED', members.find((member) => member.id === event.speaker)?.label ?? event.speaker)]
      case 'run-finished':
        return [event.state === 'done' ? say('TASK_COMPLETED', event.state, 100) : say('ERROR', event.error?.message ?? event.state)]
      default:
        return []
    }
  }
}
