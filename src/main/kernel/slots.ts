/** A branch's place among those that may work at the same time; a branch that waits for a person or a time gives it up. */
export interface Slot {
  leave(): void
  enter(): Promise<void>
}

/** No limit: nothing to give up. */
export const FREE_SLOT: Slot = { leave: () => {}, enter: async () => {} }

/** A counting semaphore, first come, first served. */
export class Slots {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(count: number) {
    this.#free = count
  }

  slot(): Slot {
    return { leave: () => this.#leave(), enter: () => this.#enter() }
  }

  #enter(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1
      return Promise.resolve()
    }
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #leave(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#free += 1
  }
}
