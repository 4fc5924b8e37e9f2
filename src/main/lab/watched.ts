import type { Clock } from '../kernel/clock.ts'

/** Changes are told at most so often, in ms. */
const PAUSE_MS = 100

/** A value that windows watch: whole, now and after its changes. */
export class Watched<T> {
  readonly #clock: Pick<Clock, 'sleep'>
  readonly #read: () => T
  #version = 0
  #next = Promise.withResolvers<void>()
  #closed = false

  constructor(clock: Pick<Clock, 'sleep'>, read: () => T) {
    this.#clock = clock
    this.#read = read
  }

  changed(): void {
    this.#version += 1
    this.#next.resolve()
    this.#next = Promise.withResolvers()
  }

  close(): void {
    this.#closed = true
    this.changed()
  }

  async *watch(signal: AbortSignal | undefined): AsyncGenerator<T> {
    const gone = Promise.withResolvers<void>()
    signal?.addEventListener('abort', () => gone.resolve(), { once: true })
    for (let seen = -1; !signal?.aborted && !this.#closed; ) {
      if (seen === this.#version) {
        await Promise.race([this.#next.promise, gone.promise])
        continue
      }
      seen = this.#version
      yield this.#read()
      await this.#clock.sleep(PAUSE_MS, signal).catch(() => undefined)
    }
  }
}
