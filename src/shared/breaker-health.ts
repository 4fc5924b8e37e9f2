import { z } from 'zod'

/** What a provider's circuit breaker knows. `open`: it rests and calls fail at once; `half-open`: one call tries. */
export const BreakerHealth = z.object({
  state: z.enum(['closed', 'half-open', 'open']),
  /** Epoch ms; null: since the start. */
  since: z.number().nullable(),
  /** In a row. */
  failures: z.number().int().nonnegative(),
  /** The last of them, in words. */
  lastFailure: z.string().nullable(),
  /** Epoch ms from which one call may try, while it is open. */
  retryAt: z.number().nullable(),
})
export type BreakerHealth = z.infer<typeof BreakerHealth>
