import { z } from 'zod'

/** The form in which deliveries of a topic go between processes and to pages; the payload is read by its topic's own schema. */
export const WireDelivery = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('event'),
    topic: z.string(),
    seq: z.number().int().positive(),
    at: z.number(),
    payload: z.unknown(),
    coalesced: z.number().int().nonnegative(),
  }),
  z.object({
    type: z.literal('gap'),
    topic: z.string(),
    from: z.number().int(),
    to: z.number().int(),
    missed: z.number().int().nonnegative(),
  }),
])
export type WireDelivery = z.infer<typeof WireDelivery>

/** What came together, in order. */
export const WireBatch = z.array(WireDelivery)
export type WireBatch = z.infer<typeof WireBatch>

/** A topic that may be followed, and the number of its newest event. */
export const TopicSummary = z.object({ name: z.string(), seq: z.number().int() })
export type TopicSummary = z.infer<typeof TopicSummary>
