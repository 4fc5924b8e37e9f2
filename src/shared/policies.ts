import { z } from 'zod'

/** A word or phrase that stays on this computer. */
export const KeptPhrase = z.string().trim().min(2, 'A phrase has at least two characters.').max(200, 'A phrase has at most 200 characters.')

/** What may leave this computer. The guardian judges every model call and every tool call by it before it leaves. */
export const Policies = z.object({
  /** `this-computer`: models of local servers and the built-in ones alone, and no tool that reaches the network. */
  reach: z.enum(['anywhere', 'this-computer']).default('anywhere'),
  /** Whether a request that holds what looks like a key or a password of a machine leaves. */
  secrets: z.enum(['stop', 'pass']).default('stop'),
  /** A request that holds one of these does not leave; capitals and small letters count alike. */
  phrases: z.array(KeptPhrase).max(500).default([]),
})
export type Policies = z.infer<typeof Policies>
