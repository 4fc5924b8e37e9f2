import { z } from 'zod'
import { Message } from './conversation.ts'
import { ConversationId, MessageId, ModelRef } from './ids.ts'

/** What is looked for in messages. The last word counts as far as it is typed; all words must occur. */
export const MessageQuery = z.object({
  query: z.string().max(500),
  /** In this conversation alone. */
  conversationId: ConversationId.optional(),
  /** Answers that one of these models took part in. */
  models: z.array(ModelRef).max(50).default([]),
  /** Written at or after, and before; epoch ms. */
  from: z.number().optional(),
  until: z.number().optional(),
  limit: z.number().int().min(1).max(100).default(30),
  offset: z.number().int().min(0).max(10_000).default(0),
})
export type MessageQuery = z.infer<typeof MessageQuery>

/** A piece of a snippet; `hit`: it is one of the words. */
export const SnippetPart = z.object({ text: z.string(), hit: z.boolean() })
export type SnippetPart = z.infer<typeof SnippetPart>

/** To jump to it: open the conversation, and where `messageId` is in another branch show that one (`conversations.update` with a `headId`). */
export const MessageHit = z.object({
  messageId: MessageId,
  conversationId: ConversationId,
  conversationTitle: z.string(),
  role: Message.shape.role,
  createdAt: z.number(),
  snippet: z.array(SnippetPart),
})
export type MessageHit = z.infer<typeof MessageHit>

/** The best first. */
export const MessageHits = z.object({
  hits: z.array(MessageHit),
  /** How many messages there are with these words, also those that are not in `hits`. */
  total: z.number().int(),
})
export type MessageHits = z.infer<typeof MessageHits>
