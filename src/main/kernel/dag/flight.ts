import { TuttiError } from '../../../shared/errors.ts'
import type { Clock } from '../clock.ts'
import type { Expansion } from './expansion.ts'
import type { Release } from './gate.ts'
import type { DagNode, Values } from './node.ts'
import type { Skip } from './skip.ts'
import type { Slot } from './slot.ts'

/** What a node's work gives back. */
export type Returned<N extends DagNode> = Values | Expansion<N> | Skip

/** Who is told how an attempt ended; exactly one of the two, once. */
export interface FlightHost<N extends DagNode> {
  readonly clock: Clock
  /** How long work that was told to stop may take to do so, in ms; then it is left behind. */
  readonly graceMs: number
  returned(flight: Flight<N>, value: Returned<N>): void
  threw(flight: Flight<N>, error: TuttiError): void
}

/** One attempt at a node: from its wait for a place to its end. */
export class Flight<N extends DagNode> {
  readonly slot: Slot<N>
  readonly #host: FlightHost<N>
  readonly #controller = new AbortController()
  /** Ends the waits for time-out and grace. */
  #timers: AbortController | null = null
  #release: Release | null = null
  #stopped: TuttiError | null = null
  #isStarted = false
  #isOver = false

  constructor(slot: Slot<N>, host: FlightHost<N>) {
    this.slot = slot
    this.#host = host
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** It has its place and works. */
  get isStarted(): boolean {
    return this.#isStarted
  }

  /** Takes the place, or hands it back where it came too late; false then. */
  hold(release: Release): boolean {
    if (this.#isOver) release()
    else this.#release = release
    return !this.#isOver
  }

  start(work: () => Promise<Returned<N>>): void {
    this.#isStarted = true
    const { timeoutMs, id } = this.slot.node
    if (timeoutMs !== undefined) {
      this.#after(timeoutMs, () => this.stop(new TuttiError('timeout', `“${id}” took longer than the ${timeoutMs} ms it is allowed.`)))
    }
    let result: Promise<Returned<N>>
    try {
      result = work()
    } catch (thrown) {
      result = Promise.reject(thrown)
    }
    result.then(
      (value) => {
        if (this.#leave()) this.#host.returned(this, value)
      },
      (thrown: unknown) => this.refuse(thrown),
    )
  }

  /** Ends the attempt with an error. */
  refuse(thrown: unknown): void {
    if (this.#leave()) this.#host.threw(this, this.#stopped ?? TuttiError.from(thrown))
  }

  /** Tells the work to stop. What it returns in spite of that still counts, if it comes within the grace. */
  stop(error: TuttiError): void {
    if (this.#isOver || this.#stopped !== null) return
    this.#stopped = error
    this.#after(this.#host.graceMs, () => this.refuse(error))
    this.#controller.abort(error)
  }

  /** Gives up waiting for a place. */
  withdraw(reason: TuttiError): void {
    if (this.#leave()) this.#controller.abort(reason)
  }

  /** Ends the attempt and hands its place back; false where it had ended before. */
  #leave(): boolean {
    if (this.#isOver) return false
    this.#isOver = true
    this.#timers?.abort()
    this.#release?.()
    return true
  }

  #after(ms: number, act: () => void): void {
    this.#timers ??= new AbortController()
    this.#host.clock.sleep(ms, this.#timers.signal).then(act, () => undefined)
  }
}
