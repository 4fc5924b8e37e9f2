import { z } from 'zod'
import { AutoReason } from './auto.ts'
import { ConversationId, MessageId, PresetId, RunId } from './ids.ts'
import { AttachmentRef } from './model.ts'
import { RunState, RunView } from './run.ts'
import { Said } from './sentence.ts'

/** A row of the list. `activity`: of the newest run, "2 of 4 done" while it runs. */
export const ConversationSummary = z.object({
  id: ConversationId,
  title: z.string(),
  createdAt: z.number(),
  updatedAt: z.number(),
  running: z.object({ done: z.number().int(), of: z.number().int() }).nullable(),
  lastState: RunState.nullable(),
  /** Kept at the top of the list. */
  pinned: z.boolean().optional(),
  /** The group of the list in which the user put it. */
  group: z.string().nullable().optional(),
})
export type ConversationSummary = z.infer<typeof ConversationSummary>

/** Messages form a tree: an edited question is a sibling of the old one. An assistant message is the view of its run. */
export const Message = z.object({
  id: MessageId,
  conversationId: ConversationId,
  parentId: MessageId.nullable(),
  role: z.enum(['user', 'assistant']),
  /** The question, or the answer that counts for the next turn (empty while the run goes on). */
  text: z.string(),
  /** Set where `text` is the beginning alone, as of older messages: how long the whole is. */
  characters: z.number().int().optional(),
  attachments: z.array(AttachmentRef),
  runId: RunId.nullable(),
  /** The member whose answer the user made the main one. */
  mainSpeaker: z.string().nullable(),
  createdAt: z.number(),
  pinned: z.boolean().optional(),
  /** Asked blind: members have no names on the page until the user has voted or looked. */
  blind: z.enum(['hidden', 'revealed']).optional(),
  /** What the user thinks of the answer. */
  thumb: z.enum(['up', 'down']).optional(),
  /** The model that wrote it elsewhere, in an imported conversation. */
  importedModel: z.string().optional(),
})
export type Message = z.infer<typeof Message>

export const Conversation = ConversationSummary.extend({
  systemPrompt: z.string(),
  presetId: PresetId.nullable(),
  /** The leaf of the branch that is shown. */
  headId: MessageId.nullable(),
  /** All messages of all branches, oldest first; older ones by the beginning of their texts, the whole comes by `conversations.message`. */
  messages: z.array(Message),
  /** Views of the newest runs and of those that still run, which are watched from their `seq` on; others come by `runs.get`. */
  runs: z.array(RunView),
})
export type Conversation = z.infer<typeof Conversation>

/** How full a member's context window would be. Tokens are estimated. */
export const ContextUse = z.object({
  member: z.string(),
  label: z.string(),
  tokens: z.number().int().nonnegative(),
  /** What the model can take, without the room that its answer needs; null where its vendor does not say. */
  room: z.number().int().nullable(),
  /** Earlier messages that this member would not be told, because they do not fit. */
  leftOut: z.number().int().nonnegative(),
})
export type ContextUse = z.infer<typeof ContextUse>

/** What the next message would cost. `aboutMicros` expects usual lengths, `atMostMicros` is what the budget reserves. */
export const Estimate = z.object({
  aboutMicros: z.number().int().nonnegative(),
  atMostMicros: z.number().int().nonnegative(),
  free: z.boolean(),
  /** Models without a price. */
  noPrice: z.array(z.string()),
  /** Set where it would not be sent, and why. */
  blocked: z.string().nullable(),
  /** What members cannot take ("Llama 3.1 cannot read images"). */
  notes: z.array(z.string()),
  /** Of its notes and of why it would not be sent. */
  said: Said.optional(),
  context: z.array(ContextUse).optional(),
  /** What Auto would choose; left out where the preset names a strategy. */
  auto: AutoReason.optional(),
})
export type Estimate = z.infer<typeof Estimate>
