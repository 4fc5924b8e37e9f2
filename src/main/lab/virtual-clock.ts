import type { Clock } from '../kernel/clock.ts'
import { seededRandom } from './statistics.ts'

interface Sleeper {
  readonly until: number
  readonly wake: () => void
}

/**
 * Time that passes as fast as it can: when all that runs waits, the next sleeper wakes and it is that late. The same work takes the same
 * time at every repetition, to the ms.
 */
export class VirtualClock implements Clock {
  readonly #random: () => number
  readonly #sleepers: Sleeper[] = []
  #now: number
  #ids = 0
  #turning = false

  constructor(now = 0, seed = 1) {
    this.#now = now
    this.#random = seededRandom(seed)
  }

  now(): number {
    return this.#now
  }

  random(): number {
    return this.#random()
  }

  id(): string {
    this.#ids += 1
    return `virtual-${this.#ids}`
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason)
    return new Promise((resolve, reject) => {
      const sleeper: Sleeper = {
        until: this.#now + ms,
        wake: () => (signal?.aborted ? reject(signal.reason) : resolve()),
      }
      const at = this.#sleepers.findIndex(({ until }) => until > sleeper.until)
      this.#sleepers.splice(at === -1 ? this.#sleepers.length : at, 0, sleeper)
      const stop = () => {
        const place = this.#sleepers.indexOf(sleeper)
        if (place === -1) return
        this.#sleepers.splice(place, 1)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', stop, { once: true })
      this.#turn()
    })
  }

  #turn(): void {
    if (this.#turning) return
    this.#turning = true
    setImmediate(() => {
      this.#turning = false
      const next = this.#sleepers.shift()
      if (next === undefined) return
      this.#now = Math.max(this.#now, next.until)
      next.wake()
      if (this.#sleepers.length > 0) this.#turn()
    })
  }
}
