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
