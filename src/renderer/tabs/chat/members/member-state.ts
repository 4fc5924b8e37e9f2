import type { Outcome, RunView, SpeakerView } from '../../../../shared/run.ts'

/** What a member is doing, in the words of the page. */
export type MemberState =
  | 'waiting'
  | 'queued'
  | 'asked'
  | 'retrying'
  | 'streaming'
  | 'done'
  | 'agrees'
  | 'dissents'
  | 'failed'
  | 'cancelled'
  | 'not-needed'

/** The state of a member of a run; agreement is known once the run has an outcome that asked for it. */
export function memberState(speaker: SpeakerView, outcome: Outcome | null): MemberState {
  if (speaker.state === 'asked' && (speaker.retrying || speaker.attempt > 1)) return 'retrying'
  if (speaker.state !== 'done') return speaker.state
  if (!outcome?.agreement) return 'done'
  return outcome.groups[0]?.members.includes(speaker.id) ? 'agrees' : 'dissents'
}

/** Whether there is, or soon will be, something to read: then the member has a column of its own. */
export function hasColumn(speaker: SpeakerView): boolean {
  if (speaker.text !== '' || speaker.reasoning !== '') return true
  return speaker.state === 'asked' || speaker.state === 'streaming' || speaker.state === 'done' || speaker.state === 'failed'
}

export function isOff(state: MemberState): boolean {
  return state === 'not-needed' || state === 'cancelled' || state === 'waiting'
}

export function members(run: RunView): SpeakerView[] {
  return run.speakers.filter((speaker) => speaker.role === 'member')
}

export function mergeOf(run: RunView): SpeakerView | undefined {
  return run.speakers.find((speaker) => speaker.role === 'merge')
}

/** How far a run is: members that ended, of those that were not left out. */
export function progressOf(run: RunView): { readonly done: number; readonly of: number } {
  const needed = members(run).filter((member) => member.state !== 'not-needed')
  return { done: needed.filter((member) => member.endedAt !== null).length, of: needed.length }
}
