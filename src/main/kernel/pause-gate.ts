/** Holds new effects of a run back while a person has paused it. */
export class PauseGate {
  #open: Promise<void> = Promise.resolve()
  #unpause: (() => void) | null = null

  get paused(): boolean {
    return this.#unpause !== null
  }

  pause(): void {
    if (this.#unpause) return
    this.#open = new Promise((resolve) => {
      this.#unpause = resolve
    })
  }

  unpause(): void {
    this.#unpause?.()
    this.#unpause = null
  }

  /** Resolves when the run is not paused; rejects with the signal's reason. */
  async pass(signal: AbortSignal): Promise<void> {
    while (this.paused) await this.#opened(signal)
  }

  async #opened(signal: AbortSignal): Promise<void> {
    const { promise, reject } = Promise.withResolvers<never>()
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    try {
      if (signal.aborted) stop()
      await Promise.race([this.#open, promise])
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }
}
