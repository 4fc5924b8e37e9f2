import type { Taken } from './resource.ts'

/** What was granted, until it is released. */
export class Grant {
  readonly label: string
  readonly within: Grant | null
  readonly #taken: ReadonlyMap<string, Taken>
  readonly #onRelease: () => void
  #open = true

  constructor(label: string, within: Grant | null, taken: ReadonlyMap<string, Taken>, onRelease: () => void) {
    this.label = label
    this.within = within
    this.#taken = taken
    this.#onRelease = onRelease
  }

  /** Says how much of an allowance was used in the end. */
  used(name: string, amount: number): void {
    this.#taken.get(name)?.correct(amount)
    this.#onRelease()
  }

  /** Gives everything back. Once; later calls change nothing. */
  release(): void {
    if (!this.#open) return
    this.#open = false
    for (const taken of this.#taken.values()) taken.end()
    this.#onRelease()
  }

  [Symbol.dispose](): void {
    this.release()
  }

  /** Names still held, here and around it. */
  held(): { name: string; by: string }[] {
    const own = this.#open ? [...this.#taken.keys()].map((name) => ({ name, by: this.label })) : []
    return [...own, ...(this.within?.held() ?? [])]
  }
}
