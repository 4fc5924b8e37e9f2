import { z } from 'zod'
import { Message } from '../conversation.ts'
import { MessageId } from '../ids.ts'
import { TaskType } from '../preset.ts'
import { Ballot, Leaderboard } from '../vote.ts'
import { base } from './base.ts'

const Answer = z.object({ answerId: MessageId })

/** Answers without names: voted on, shown, and what follows from all votes. */
export const votesContract = {
  cast: base.input(Ballot).output(Message),
  /** Shows the names without a vote. */
  reveal: base.input(Answer).output(Message),
  /** Takes the vote back and hides the names again. */
  withdraw: base.input(Answer).output(Message),
  leaderboard: base.input(z.object({ taskType: TaskType.nullable().default(null) })).output(Leaderboard),
}
