import { TuttiError } from '../../../shared/errors.ts'
import { Flight, type FlightHost } from './flight.ts'
import type { Gate, Release } from './gate.ts'
import { Heap } from './heap.ts'
import type { DagNode } from './node.ts'
import { comesBefore } from './rank.ts'
import type { Slot } from './slot.ts'

export interface StartHost<N extends DagNode> extends FlightHost<N> {
  /** The flight has its place. */
  launch(flight: Flight<N>): void
  /** Does what may throw, and then starts whatever there is a place for. */
  act(work: () => void): void
}

/** Slots that are ready, in the order in which they start, and the attempts that are under way. */
export class StartQueue<N extends DagNode> {
  readonly #host: StartHost<N>
  readonly #limit: number
  readonly #gate: Gate<N> | undefined
  readonly #ready = new Heap<Slot<N>>(comesBefore)
  /** Attempts that run or wait at the gate. */
  readonly #flights = new Set<Flight<N>>()
  #isPumping = false

  constructor(host: StartHost<N>, limit: number, gate: Gate<N> | undefined) {
    this.#host = host
    this.#limit = Math.max(1, limit)
    this.#gate = gate
  }

  /** How many attempts run or wait at the gate. */
  get size(): number {
    return this.#flights.size
  }

  push(slot: Slot<N>): void {
    this.#ready.push(slot)
  }

  /** Starts as many as there are places for. */
  pump(): void {
    if (this.#isPumping) return
    this.#isPumping = true
    try {
      while (this.#flights.size < this.#limit) {
        const slot = this.#ready.pop()
        if (slot === undefined) break
        this.#offer(slot)
      }
    } finally {
      this.#isPumping = false
    }
  }

  /** The slot whose attempt has ended. */
  land(flight: Flight<N>): Slot<N> {
    this.#flights.delete(flight)
    flight.slot.flight = null
    return flight.slot
  }

  /** Takes a slot that has not started back from the gate. */
  withdraw(slot: Slot<N>, reason: TuttiError): void {
    const { flight } = slot
    if (flight === null) return
    this.land(flight)
    flight.withdraw(reason)
  }

  /** Puts everything that has not started where it belongs now; `isReady` says what still may start. */
  reorder(moved: ReadonlySet<Slot<N>>, isReady: (slot: Slot<N>) => boolean): void {
    const slots = this.#ready.clear()
    for (const { slot } of this.#flights) {
      if (!slot.isOpen || (isReady(slot) && !moved.has(slot))) continue
      this.withdraw(slot, new TuttiError('not-needed', 'The order of the queue has changed.'))
      slots.push(slot)
    }
    for (const slot of slots) if (isReady(slot)) this.#ready.push(slot)
  }

  /** Empties the queue and tells everything that runs to stop. */
  stop(error: TuttiError): void {
    this.#ready.clear()
    for (const flight of this.#flights) {
      if (flight.isStarted) flight.stop(error)
      else this.withdraw(flight.slot, error)
    }
  }

  #offer(slot: Slot<N>): void {
    const flight = new Flight(slot, this.#host)
    slot.flight = flight
    this.#flights.add(flight)
    if (this.#gate === undefined) {
      this.#host.launch(flight)
      return
    }
    const { priority, remainingMs, sequence } = slot
    let place: Release | Promise<Release>
    try {
      place = this.#gate.acquire(slot.node, flight.signal, { priority, remainingMs, sequence })
    } catch (thrown) {
      flight.refuse(thrown)
      return
    }
    if (typeof place === 'function') this.#take(flight, place)
    else
      place.then(
        (release) => this.#host.act(() => this.#take(flight, release)),
        (thrown: unknown) => flight.refuse(thrown),
      )
  }

  #take(flight: Flight<N>, release: Release): void {
    if (flight.hold(release)) this.#host.launch(flight)
  }
}
