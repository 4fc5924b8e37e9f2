import { z } from 'zod'

/** What a subscriber gets: events in the order of their numbers, and word of what it does not get. */
export type Delivery<T> = BusEvent<T> | Gap

export interface BusEvent<T> {
  readonly type: 'event'
  readonly topic: string
  /** Numbered within the topic, without a hole. */
  readonly seq: number
  /** Epoch ms. */
  readonly at: number
  readonly payload: T
  /** Earlier events of the same key that this one stands for; 0 but for a subscription that coalesces. */
  readonly coalesced: number
}

/** Events `from` to `to` are lost for this subscriber: take a snapshot, or know that something is missing. */
export interface Gap {
  readonly type: 'gap'
  readonly topic: string
  readonly from: number
  readonly to: number
  /** How many of them are lost. */
  readonly missed: number
}

/** The form in which deliveries go between processes; the payload is read by its topic's own schema. */
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
