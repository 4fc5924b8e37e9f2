import { z } from 'zod'
import { Estimate, Message } from '../conversation.ts'
import { ConversationId, MessageId, PresetId, RunId } from '../ids.ts'
import { AttachmentRef } from '../model.ts'
import { Micros } from '../money.ts'
import { base } from './base.ts'

const Question = z.object({
  conversationId: ConversationId,
  text: z.string(),
  attachments: z.array(AttachmentRef).max(20).default([]),
  presetId: PresetId,
  /** Ids of the preset's members that are asked; left out: all. */
  only: z.array(z.string()).min(1).max(40).optional(),
  /** All are asked, side by side, and have no names until the user has voted. */
  blind: z.boolean().optional(),
})

/** Questions and their answers. */
export const chatContract = {
  /** What `send` would cost. Quick: called while the user types; without a conversation, for the first message of a new one. */
  estimate: base.input(Question.extend({ conversationId: ConversationId.nullable(), parentId: MessageId.nullable() })).output(Estimate),
  /** Adds the question below `parentId` (an edited question: the old one's parent) and starts a run. */
  send: base
    .input(Question.extend({ parentId: MessageId.nullable(), budgetMicros: Micros.optional(), allowNoPrice: z.boolean().default(false) }))
    .output(z.object({ question: Message, answer: Message, runId: RunId })),
  /** Asks the whole question again, as a new branch beside the old answer. */
  askAgain: base
    .input(
      Question.pick({ presetId: true, only: true, blind: true }).extend({ answerId: MessageId, allowNoPrice: z.boolean().default(false) }),
    )
    .output(z.object({ answer: Message, runId: RunId })),
  /** A new run that keeps the other members' answers and asks this member (again). */
  retryMember: base.input(z.object({ answerId: MessageId, speaker: z.string() })).output(z.object({ answer: Message, runId: RunId })),
  /** Makes one member's answer the one that counts for the next turn; null goes back to the agreed one. */
  chooseMain: base.input(z.object({ answerId: MessageId, speaker: z.string().nullable() })).output(Message),
  /** What the user thinks of an answer; null takes it back. */
  rate: base.input(z.object({ answerId: MessageId, thumb: z.enum(['up', 'down']).nullable() })).output(Message),
}
