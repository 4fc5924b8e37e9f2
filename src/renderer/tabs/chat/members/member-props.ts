import type { RunView, SpeakerView } from '../../../../shared/run.ts'
import type { MemberActions } from './member-actions.ts'

/** What a member's column, row or place in the last column is given. */
export type MemberProps = {
  readonly member: SpeakerView
  readonly run: RunView
  readonly actions: MemberActions
  /** The member whose answer the user made the main one. */
  readonly mainSpeaker: string | null
  /** Characters of the question and what was said before, for the cost of what streams. */
  readonly questionCharacters: number
  /** Before a blind vote: nothing that would tell who it is, and nothing to be done about it. */
  readonly nameless: boolean
}
