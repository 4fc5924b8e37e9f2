import type { Resource, Taken } from './resource.ts'

export const MINUTE_MS = 60_000

interface Spent {
  amount: number
  readonly until: number
  forgotten: boolean
}

/** What a vendor says of an allowance. */
export interface Allowance {
  readonly limit: number
  readonly remaining: number
  /** Epoch ms at which all of it is back. */
  readonly resetAt: number
  /** null where it cannot be told from the rest. */
  readonly windowMs: number | null
}

/**
 * An allowance for any stretch of time of one length (sliding window log): never more than `limit` in any `windowMs`. A token bucket,
 * which vendors use, would let twice as much through in its first window.
 */
export class Rate implements Resource {
  readonly held = false
  limit: number
  #windowMs: number
  /** By the time at which they come back. */
  readonly #spent: Spent[] = []
  #total = 0

  /** `limit`: Infinity for none. */
  constructor(limit: number, windowMs: number = MINUTE_MS) {
    this.limit = limit
    this.#windowMs = windowMs
  }

  /** What is left of the allowance at `now`. */
  left(now: number): number {
    this.#forget(now)
    return Math.max(0, this.limit - this.#total)
  }

  /** A request above the whole allowance goes when the window is empty; whether it is too much is the vendor's to say. */
  waitMs(amount: number, now: number): number {
    this.#forget(now)
    let over = this.#total + Math.min(amount, this.limit) - this.limit
    if (over <= 0) return 0
    for (const { amount: back, until } of this.#spent) {
      over -= back
      if (over <= 0) return until - now
    }
    return 0
  }

  take(amount: number, now: number): Taken {
    const spent = this.#add(amount, now + this.#windowMs)
    return {
      end: () => {},
      correct: (actual) => {
        if (!spent.forgotten) this.#total += actual - spent.amount
        spent.amount = actual
      },
    }
  }

  /** Takes the vendor's word for the limit, and for what others who use the same account have spent. */
  learn(allowance: Allowance, now: number): void {
    this.limit = allowance.limit
    this.#windowMs = allowance.windowMs ?? this.#windowMs
    this.#forget(now)
    const foreign = allowance.limit - allowance.remaining - this.#total
    if (foreign > 0 && allowance.resetAt > now) this.#add(foreign, allowance.resetAt)
  }

  #add(amount: number, until: number): Spent {
    const spent: Spent = { amount, until, forgotten: false }
    const place = this.#spent.findLastIndex((other) => other.until <= until) + 1
    this.#spent.splice(place, 0, spent)
    this.#total += amount
    return spent
  }

  #forget(now: number): void {
    for (let first = this.#spent[0]; first && first.until <= now; first = this.#spent[0]) {
      first.forgotten = true
      this.#total -= first.amount
      this.#spent.shift()
    }
  }
}
