/** Does `work` at once, and again after the pause where it was asked for meanwhile. */
export class AtMostEvery {
  readonly #ms: number
  readonly #work: () => void
  #timer: NodeJS.Timeout | null = null
  #isAskedFor = false

  constructor(ms: number, work: () => void) {
    this.#ms = ms
    this.#work = work
  }

  ask(): void {
    if (this.#timer !== null) {
      this.#isAskedFor = true
      return
    }
    this.#work()
    this.#timer = setTimeout(() => {
      this.#timer = null
      if (!this.#isAskedFor) return
      this.#isAskedFor = false
      this.ask()
    }, this.#ms)
  }

  /** What was asked for and not done yet is not done any more. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#isAskedFor = false
  }
}
