import { TuttiError } from '../../../shared/errors.ts'

interface Flight<T> {
  readonly result: Promise<T>
  readonly stop: AbortController
  waiting: number
}

/**
 * Identical work once for all who ask while it runs (singleflight, Go's x/sync). Who gives up stops waiting; the work itself is
 * stopped when nobody waits any more.
 */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>()

  /** Whether `key` is under way. */
  has(key: string): boolean {
    return this.#flights.has(key)
  }

  async run(key: string, work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted()
    const flight = this.#flights.get(key) ?? this.#start(key, work)
    flight.waiting += 1
    const leave = new AbortController()
    const left = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true, signal: leave.signal })
    })
    try {
      return await Promise.race([flight.result, left])
    } finally {
      leave.abort()
      flight.waiting -= 1
      if (flight.waiting === 0 && this.#flights.get(key) === flight) {
        this.#flights.delete(key)
        flight.stop.abort(signal?.reason ?? new TuttiError('cancelled', `Nobody waits for “${key}” any more.`))
      }
    }
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const stop = new AbortController()
    const flight: Flight<T> = { result: Promise.resolve().then(() => work(stop.signal)), stop, waiting: 0 }
    this.#flights.set(key, flight)
    const end = () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key)
    }
    flight.result.then(end, end)
    return flight
  }
}
