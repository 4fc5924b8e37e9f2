import type { Clock } from '../../src/main/kernel/clock.ts'

interface Timer {
  readonly at: number
  readonly ring: () => void
}

/** Time that jumps to the next timer as soon as nothing else is left to do: waits cost nothing and always end in the same order. */
export class VirtualClock implements Clock {
  #now = 0
  #timers: Timer[] = []
  #pumping = false
  #ids = 0

  now(): number {
    return this.#now
  }

  random(): number {
    return 0.5
  }

  id(): string {
    this.#ids += 1
    return `id-${this.#ids}`
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason)
        return
      }
      const timer = { at: this.#now + ms, ring: () => resolve() }
      this.#timers.push(timer)
      signal?.addEventListener(
        'abort',
        () => {
          this.#timers = this.#timers.filter((each) => each !== timer)
          reject(signal.reason)
        },
        { once: true },
      )
      this.#pump()
    })
  }

  #pump(): void {
    if (this.#pumping) return
    this.#pumping = true
    setImmediate(() => {
      this.#pumping = false
      const next = this.#timers.reduce<Timer | undefined>(
        (first, timer) => (first === undefined || timer.at < first.at ? timer : first),
        undefined,
      )
      if (next === undefined) return
      this.#timers = this.#timers.filter((timer) => timer !== next)
      this.#now = Math.max(this.#now, next.at)
      next.ring()
      if (this.#timers.length > 0) this.#pump()
    })
  }
}
