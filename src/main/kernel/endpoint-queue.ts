import PQueue from 'p-queue'

/** One line of waiting calls for one endpoint, over all runs. */
export class EndpointQueue {
  readonly #queue: PQueue
  readonly #waiting: { onPlace: (ahead: number) => void }[] = []

  constructor(concurrency: number) {
    this.#queue = new PQueue({ concurrency })
  }

  set concurrency(concurrency: number) {
    this.#queue.concurrency = concurrency
  }

  /** Runs `work` when a place is free. `onPlace` is told how many must finish first, only while there is a wait. */
  async run<T>(work: () => Promise<T>, signal: AbortSignal, onPlace: (ahead: number) => void): Promise<T> {
    signal.throwIfAborted()
    const ticket = { onPlace }
    // The queue would give up a running task's place at once; a place is free when the work has ended.
    const giveUp = new AbortController()
    const onAbort = () => {
      if (this.#waiting.includes(ticket)) giveUp.abort(signal.reason)
    }
    signal.addEventListener('abort', onAbort, { once: true })
    this.#waiting.push(ticket)
    try {
      const done = this.#queue.add(
        () => {
          this.#leave(ticket)
          return work()
        },
        { signal: giveUp.signal },
      )
      if (this.#waiting.includes(ticket)) onPlace(this.#waiting.indexOf(ticket) + 1)
      return await done
    } finally {
      signal.removeEventListener('abort', onAbort)
      this.#leave(ticket)
    }
  }

  #leave(ticket: { onPlace: (ahead: number) => void }): void {
    const place = this.#waiting.indexOf(ticket)
    if (place < 0) return
    this.#waiting.splice(place, 1)
    for (const [index, other] of this.#waiting.entries()) if (index >= place) other.onPlace(index + 1)
  }
}
