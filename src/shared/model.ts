import { z } from 'zod'
import { ErrorInfo } from './errors.ts'
import { ModelRef, ProviderId } from './ids.ts'
import { Micros } from './money.ts'
import { Said } from './sentence.ts'

/** Dollars per million tokens. `since` is the day the price was published or typed (YYYY-MM-DD). */
export const Price = z.object({
  inputPerMillion: z.number().nonnegative(),
  outputPerMillion: z.number().nonnegative(),
  cacheReadPerMillion: z.number().nonnegative().optional(),
  cacheWritePerMillion: z.number().nonnegative().optional(),
  /** Dollars per thousand calls, beside the tokens (Perplexity's searches). */
  perThousandCalls: z.number().nonnegative().optional(),
  /** Where a call with more input tokens than `above` (all kinds) is dearer as a whole: by what each price is multiplied. */
  longInput: z.object({ above: z.number().int(), inputTimes: z.number().positive(), outputTimes: z.number().positive() }).optional(),
  since: z.string().optional(),
  source: z.enum(['free', 'list', 'user']),
})
export type Price = z.infer<typeof Price>

export const Capability = z.enum(['text', 'reasoning', 'tools', 'images', 'pdf', 'citations', 'temperature'])
export type Capability = z.infer<typeof Capability>

export const ModelInfo = z.object({
  ref: ModelRef,
  provider: ProviderId,
  /** The vendor's own id. */
  id: z.string(),
  label: z.string(),
  capabilities: z.array(Capability),
  contextWindow: z.number().int().positive().nullable(),
  maxOutput: z.number().int().positive().nullable(),
  /** null is "No price", which is not the same as free. */
  price: Price.nullable(),
  enabled: z.boolean(),
  simulated: z.boolean(),
  /** listed: the vendor's /models named it. typed: the user wrote the id. */
  origin: z.enum(['listed', 'typed', 'built-in']),
})
export type ModelInfo = z.infer<typeof ModelInfo>

/** A model as its vendor's own list describes it; many lists say no more than the id. */
export const ListedModel = z.object({
  id: z.string(),
  label: z.string().optional(),
  contextWindow: z.number().int().positive().optional(),
  maxOutput: z.number().int().positive().optional(),
  /** Where the list says what the model takes; else its family decides. */
  capabilities: z.array(Capability).optional(),
})
export type ListedModel = z.infer<typeof ListedModel>

/** A file is named by the SHA-256 of its bytes; the bytes are read where a vendor needs them. */
export const AttachmentRef = z.object({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().max(255),
  mediaType: z.string().max(127),
  bytes: z.number().int().nonnegative(),
})
export type AttachmentRef = z.infer<typeof AttachmentRef>

export const ToolCall = z.object({ id: z.string(), name: z.string(), arguments: z.string() })
export type ToolCall = z.infer<typeof ToolCall>

export const Part = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('attachment'), attachment: AttachmentRef }),
  z.object({ type: z.literal('tool-call'), call: ToolCall }),
  z.object({ type: z.literal('tool-result'), callId: z.string(), name: z.string(), content: z.string(), failed: z.boolean() }),
])
export type Part = z.infer<typeof Part>

export const Turn = z.object({ role: z.enum(['user', 'assistant', 'tool']), parts: z.array(Part) })
export type Turn = z.infer<typeof Turn>

/** What a user says: files first, then the words. */
export function userTurn(text: string, attachments: readonly AttachmentRef[] = []): Turn {
  return {
    role: 'user',
    parts: [...attachments.map((attachment) => ({ type: 'attachment' as const, attachment })), { type: 'text', text }],
  }
}

export const ToolSpec = z.object({ name: z.string(), description: z.string(), inputSchema: z.record(z.string(), z.unknown()) })
export type ToolSpec = z.infer<typeof ToolSpec>

export const Parameters = z.object({
  temperature: z.number().min(0).max(2).optional(),
  topP: z.number().min(0).max(1).optional(),
  reasoning: z.enum(['off', 'low', 'medium', 'high']).optional(),
})
export type Parameters = z.infer<typeof Parameters>

/** One call of one model. The output limit is always sent: the budget reserves for it. */
export const ModelRequest = z.object({
  /** Whom the call speaks for in the run's view: a member's id, or `merge`. */
  speaker: z.string(),
  /** Names a speaker that the run did not list at its start. */
  label: z.string().optional(),
  model: ModelRef,
  /** Asked in this order after 429, 5xx and network errors. */
  fallbacks: z.array(ModelRef).default([]),
  system: z.string().optional(),
  turns: z.array(Turn),
  tools: z.array(ToolSpec).default([]),
  parameters: Parameters.default({}),
  maxOutputTokens: z.number().int().positive(),
  /** Two members with the same model sample twice: their numbers differ. */
  sample: z.number().int().nonnegative().default(0),
  /** From sending to the last byte; waiting in a queue does not count. */
  timeoutMs: z.number().int().positive().default(180_000),
})
export type ModelRequest = z.infer<typeof ModelRequest>

/** Tokens by kind; the kinds do not overlap: `input` excludes both cache kinds, `output` excludes `reasoning`. */
export const Usage = z.object({
  input: z.number().int().nonnegative(),
  cacheRead: z.number().int().nonnegative(),
  cacheWrite: z.number().int().nonnegative(),
  output: z.number().int().nonnegative(),
  reasoning: z.number().int().nonnegative(),
  /** true where the vendor did not report and we counted. */
  estimated: z.boolean(),
})
export type Usage = z.infer<typeof Usage>

export const NO_USAGE: Usage = { input: 0, cacheRead: 0, cacheWrite: 0, output: 0, reasoning: 0, estimated: false }

export function totalTokens(usage: Usage): number {
  return usage.input + usage.cacheRead + usage.cacheWrite + usage.output + usage.reasoning
}

export const StopReason = z.enum(['end', 'length', 'tool', 'refusal', 'stop-sequence'])
export type StopReason = z.infer<typeof StopReason>

export const Citation = z.object({ url: z.string(), title: z.string().optional() })
export type Citation = z.infer<typeof Citation>

export const ModelAnswer = z.object({
  /** The model that answered; a fallback's where the asked one could not. */
  model: ModelRef,
  text: z.string(),
  reasoning: z.string(),
  toolCalls: z.array(ToolCall),
  citations: z.array(Citation),
  stop: StopReason,
  usage: Usage,
  /** null where the model has no price. */
  costMicros: Micros.nullable(),
  /** What the vendor itself reported to have billed, where it does. */
  vendorCostMicros: Micros.nullable(),
  /** From sending to the first text, in ms; null where none came. */
  firstTokenMs: z.number().nonnegative().nullable(),
  totalMs: z.number().nonnegative(),
  attempts: z.number().int().positive(),
  /** What the vendor could not be given, in words ("Sent without the system prompt: …"). */
  notes: z.array(z.string()),
  said: Said.optional(),
})
export type ModelAnswer = z.infer<typeof ModelAnswer>

/** How one attempt ended; a call of the road has one or more. */
export const Attempt = z.object({
  number: z.number().int().positive(),
  model: ModelRef,
  state: z.enum(['open', 'done', 'failed', 'cancelled', 'lost']),
  reservedMicros: Micros,
  costMicros: Micros.nullable(),
  usage: Usage.nullable(),
  text: z.string(),
  error: ErrorInfo.nullable(),
  /** From sending to the first text, where it was answered. */
  firstTokenMs: z.number().optional(),
  /** What the vendor itself reported to have billed, where it does. */
  vendorCostMicros: Micros.optional(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
})
export type Attempt = z.infer<typeof Attempt>
