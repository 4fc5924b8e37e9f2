/** Keeps a branch waiting until it is needed. */
export class Latch {
  readonly #opened = Promise.withResolvers<void>()

  open(): void {
    this.#opened.resolve()
  }

  /** Resolves once open; rejects with the signal's reason when it aborts first. */
  pass(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => reject(signal.reason)
      if (signal.aborted) leave()
      signal.addEventListener('abort', leave, { once: true })
      void this.#opened.promise.then(() => {
        signal.removeEventListener('abort', leave)
        resolve()
      })
    })
  }
}
