import type { Taken } from './resource.ts'

/** A part of what a request needs, all of which it gets together. `amount`: a positive whole number. */
export interface Need {
  readonly name: string
  readonly amount: number
}

/** A request that waits. */
export interface Waiting {
  /** Numbers requests in the order in which they came. */
  readonly number: number
  readonly needs: readonly Need[]
  /** Higher goes first. */
  readonly priority: number
  readonly grant: (taken: ReadonlyMap<string, Taken>) => void
  readonly refuse: (error: unknown) => void
  /** Told how many must finish first. */
  readonly tell: (ahead: number) => void
  /** How many that came later were served before it, counted while it is the oldest of its line. */
  overtaken: number
}

/** Requests for the same resources: by priority, and at the same priority as they came. */
export class WaitingLine {
  readonly names: readonly string[]
  readonly #byPriority: Waiting[] = []
  readonly #byAge = new Set<Waiting>()

  constructor(names: readonly string[]) {
    this.names = names
  }

  get size(): number {
    return this.#byPriority.length
  }

  get first(): Waiting | undefined {
    return this.#byPriority[0]
  }

  get oldest(): Waiting | undefined {
    for (const waiting of this.#byAge) return waiting
    return undefined
  }

  add(waiting: Waiting): void {
    this.#byPriority.splice(this.before(waiting), 0, waiting)
    this.#byAge.add(waiting)
  }

  has(waiting: Waiting): boolean {
    return this.#byAge.has(waiting)
  }

  /** How many of this line go before a request of this or another line. */
  before({ priority, number }: Pick<Waiting, 'priority' | 'number'>): number {
    let low = 0
    let high = this.#byPriority.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = this.#byPriority[middle]
      if (other && (other.priority > priority || (other.priority === priority && other.number < number))) low = middle + 1
      else high = middle
    }
    return low
  }

  /** False where it does not wait here any more. */
  remove(waiting: Waiting): boolean {
    if (!this.#byAge.delete(waiting)) return false
    this.#byPriority.splice(this.before(waiting), 1)
    return true
  }

  removeAll(): readonly Waiting[] {
    this.#byAge.clear()
    return this.#byPriority.splice(0)
  }

  /** All, in the order in which they go. */
  list(): readonly Waiting[] {
    return this.#byPriority
  }
}
