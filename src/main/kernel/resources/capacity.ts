import type { Resource, Taken } from './resource.ts'

/** Places that are given back: one is a lock. */
export class Capacity implements Resource {
  readonly held = true
  /** A lower limit takes effect as places are given back. */
  limit: number
  #used = 0

  constructor(limit: number) {
    this.limit = limit
  }

  get used(): number {
    return this.#used
  }

  /** More than there is at all is granted when nothing else is in use: the limit may have been lowered after the request. */
  waitMs(amount: number): number {
    return this.#used + Math.min(amount, this.limit) <= this.limit ? 0 : Number.POSITIVE_INFINITY
  }

  take(amount: number): Taken {
    this.#used += amount
    let open = true
    return {
      end: () => {
        if (!open) return
        open = false
        this.#used -= amount
      },
      correct: () => {},
    }
  }
}
