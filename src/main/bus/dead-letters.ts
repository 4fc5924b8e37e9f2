import { type ErrorInfo, TuttiError } from '../../shared/errors.ts'

/** An event that its topic did not take, or that a subscriber failed on. */
export interface DeadLetter {
  readonly topic: string
  /** null for one that was never published. */
  readonly seq: number | null
  /** The subscriber that failed; null where the topic refused it. */
  readonly subscriber: string | null
  readonly payload: unknown
  readonly error: ErrorInfo
  /** Epoch ms. */
  readonly at: number
}

const KEPT = 1000

/** The newest letters that could not be delivered; `onLetter` is for keeping them longer. */
export class DeadLetters {
  readonly #onLetter: (letter: DeadLetter) => void
  readonly #letters: DeadLetter[] = []
  #count = 0

  constructor(onLetter: (letter: DeadLetter) => void = () => {}) {
    this.#onLetter = onLetter
  }

  /** All that there ever were. */
  get count(): number {
    return this.#count
  }

  add(letter: Omit<DeadLetter, 'error'>, thrown: unknown): void {
    const complete = { ...letter, error: TuttiError.from(thrown).toInfo() }
    this.#count += 1
    this.#letters.push(complete)
    if (this.#letters.length > KEPT) this.#letters.shift()
    this.#onLetter(complete)
  }

  /** Oldest first. */
  list(): readonly DeadLetter[] {
    return [...this.#letters]
  }
}
