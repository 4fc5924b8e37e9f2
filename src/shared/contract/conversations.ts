import { z } from 'zod'
import { Conversation, ConversationSummary, Message } from '../conversation.ts'
import { ConversationId, MessageId, PresetId } from '../ids.ts'
import { MessageHits, MessageQuery } from '../message-search.ts'
import { base } from './base.ts'

/** Conversations: listed, read, renamed, removed. */
export const conversationsContract = {
  create: base.input(z.object({ title: z.string().max(200).optional() })).output(ConversationSummary),
  /** `at`: a message that is shown first; what is near it comes as whole as what is newest. */
  open: base.input(z.object({ id: ConversationId, at: MessageId.optional() })).output(Conversation),
  message: base.input(z.object({ id: MessageId })).output(Message),
  /** Words in titles and messages; newest first. An empty query lists all. */
  search: base.input(z.object({ query: z.string().max(500) })).output(z.array(ConversationSummary)),
  /** Every message with these words, best first, with the place of each word. Asking again while typing: abort the call before. */
  searchMessages: base.input(MessageQuery).output(MessageHits),
  update: base.input(
    z.object({
      id: ConversationId,
      title: z.string().trim().min(1).max(200).optional(),
      systemPrompt: z.string().max(100_000).optional(),
      presetId: PresetId.nullable().optional(),
      headId: MessageId.optional(),
      pinned: z.boolean().optional(),
      /** null: in no group. */
      group: z.string().trim().min(1).max(60).nullable().optional(),
    }),
  ),
  pinMessage: base.input(z.object({ id: MessageId, pinned: z.boolean() })).output(Message),
  /** Can be undone with `restore` until the core stops. */
  remove: base.input(z.object({ id: ConversationId })),
  restore: base.input(z.object({ id: ConversationId })).output(ConversationSummary),
}
