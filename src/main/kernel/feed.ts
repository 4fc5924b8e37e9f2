/**
 * Numbered events with a bounded memory. A reader takes a snapshot and then follows from its number on;
 * where the number is no longer remembered it is told of the gap and takes a snapshot again.
 */
export class Feed<E extends { readonly seq: number }> {
  readonly #limit: number
  #events: E[] = []
  #seq: number
  #ended = false
  #wake: (() => void)[] = []

  /** `limit`: events kept for readers that fall behind. Numbers start after `seq`. */
  constructor(limit: number, seq = 0) {
    this.#limit = limit
    this.#seq = seq
  }

  /** The number of the newest event. */
  get seq(): number {
    return this.#seq
  }

  publish(make: (seq: number) => E): E {
    this.#seq += 1
    const event = make(this.#seq)
    this.#events.push(event)
    if (this.#events.length > this.#limit * 1.25) this.#events = this.#events.slice(-this.#limit)
    this.#notify()
    return event
  }

  /** Readers get what is left and stop. */
  end(): void {
    this.#ended = true
    this.#notify()
  }

  /**
   * Batches of events after number `after`, at most one batch in `pauseMs`; ends with the feed or the signal.
   * Yields null where events after `after` are forgotten: take a snapshot; following goes on from the newest.
   */
  async *follow(
    after: number,
    options: { readonly signal?: AbortSignal | undefined; readonly pauseMs: number },
  ): AsyncGenerator<readonly E[] | null> {
    let read = after
    while (!options.signal?.aborted) {
      if (read > this.#seq || (read < this.#seq && (this.#events[0]?.seq ?? Number.POSITIVE_INFINITY) > read + 1)) {
        read = this.#seq
        yield null
      } else if (read < this.#seq) {
        const batch = this.#events.filter((event) => event.seq > read)
        read = this.#seq
        yield batch
        await pause(options.pauseMs, options.signal)
      } else if (this.#ended) {
        return
      } else {
        await this.#changed(options.signal)
      }
    }
  }

  #notify(): void {
    const wake = this.#wake
    this.#wake = []
    for (const resolve of wake) resolve()
  }

  #changed(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      this.#wake.push(resolve)
      signal?.addEventListener('abort', () => resolve(), { once: true })
    })
  }
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
