import { z } from 'zod'

/** Everything after a fault's number of chunks is withheld. `cut` resets the socket, `end-early` closes it politely without the final marker. */
export const Fault = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('status'),
    status: z.number().int(),
    message: z.string().optional(),
    code: z.string().optional(),
    /** Seconds, or an HTTP date. */
    retryAfter: z.union([z.number(), z.string()]).optional(),
    retryAfterMs: z.number().optional(),
  }),
  z.object({ type: z.literal('refusal') }),
  z.object({ type: z.literal('hang') }),
  z.object({ type: z.literal('close') }),
  z.object({ type: z.literal('cut'), afterChunks: z.number().int() }),
  z.object({ type: z.literal('end-early'), afterChunks: z.number().int() }),
  z.object({ type: z.literal('stall'), afterChunks: z.number().int() }),
  z.object({ type: z.literal('malformed'), afterChunks: z.number().int().default(0) }),
  z.object({ type: z.literal('error-event'), afterChunks: z.number().int().default(0), message: z.string().default('Overloaded') }),
  z.object({
    type: z.literal('content-type'),
    contentType: z.string().default('text/html'),
    body: z.string().default('<html>Sign in</html>'),
  }),
])
export type Fault = z.infer<typeof Fault>

export const ScriptedReply = z.object({
  text: z.string().default(''),
  reasoning: z.string().default(''),
  toolCalls: z.array(z.object({ name: z.string(), arguments: z.string() })).default([]),
  /** Perplexity alone sends them. */
  citations: z.array(z.object({ url: z.string(), title: z.string().optional() })).default([]),
  /** What is left out is counted; null reports none. Kinds do not overlap. */
  usage: z
    .object({
      input: z.number().int(),
      cacheRead: z.number().int(),
      cacheWrite: z.number().int(),
      output: z.number().int(),
      reasoning: z.number().int(),
    })
    .partial()
    .nullable()
    .default({}),
  /** Dollars that the vendor says it billed (Perplexity). */
  costDollars: z.number().optional(),
  /** Characters a piece. */
  chunkSize: z.number().int().positive().default(12),
  firstTokenMs: z.number().nonnegative().default(0),
  chunkMs: z.number().nonnegative().default(0),
  fault: Fault.optional(),
})
export type ScriptedReply = z.input<typeof ScriptedReply>
export type Reply = z.output<typeof ScriptedReply>

/** `user` is looked for in the last user message; `model` must be the whole id; `vendor` is the first segment of the address. */
export const JsonMatcher = z.object({ vendor: z.string(), model: z.string(), user: z.string() }).partial()
export type Matcher = { vendor?: string; model?: string | RegExp; user?: string | RegExp }

/** What POST /__script takes: one rule; each use takes the next reply, the last one stays. */
export const JsonRule = z.object({ match: JsonMatcher.default({}), replies: z.array(ScriptedReply).min(1) })

/** A request as rules see it. */
export type Asked = { vendor: string; model: string; lastUser: string; body: unknown }

export type Answer = ScriptedReply | readonly ScriptedReply[] | ((asked: Asked) => ScriptedReply)

function matches(matcher: Matcher, asked: Asked): boolean {
  const { vendor, model, user } = matcher
  if (vendor !== undefined && vendor !== asked.vendor) return false
  if (model !== undefined && (typeof model === 'string' ? model !== asked.model : !model.test(asked.model))) return false
  if (user !== undefined && (typeof user === 'string' ? !asked.lastUser.includes(user) : !user.test(asked.lastUser))) return false
  return true
}

/** Rules, newest first. Without a match the server repeats the question. */
export function createScript() {
  const rules: { matcher: Matcher; answer: Answer; used: number }[] = []
  return {
    add(matcher: Matcher, answer: Answer): void {
      rules.unshift({ matcher, answer, used: 0 })
    },
    clear(): void {
      rules.length = 0
    },
    replyTo(asked: Asked): Reply {
      const rule = rules.find((candidate) => matches(candidate.matcher, asked))
      if (!rule) return ScriptedReply.parse({ text: `You said: ${asked.lastUser}` })
      const { answer } = rule
      const use = rule.used++
      if (typeof answer === 'function') return ScriptedReply.parse(answer(asked))
      return ScriptedReply.parse(Array.isArray(answer) ? answer[Math.min(use, answer.length - 1)] : answer)
    },
  }
}
