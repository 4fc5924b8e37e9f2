import type { BusEvent, Delivery, Gap } from './delivery.ts'
import type { Policy } from './policy.ts'
import type { LogReader, TopicLog } from './topic-log.ts'

/** A subscriber's place in a topic's log, and what its policy keeps for it. */
export class Reader<T> implements LogReader<T> {
  readonly #log: TopicLog<T>
  readonly #policy: Policy<T>
  readonly #onRoom: () => void
  readonly #onClose: (reader: Reader<T>) => void
  /** Newest unread event of each key, in the order of their numbers; of a coalescing reader. */
  readonly #newest = new Map<string, BusEvent<T>>()
  #gap: Gap | null = null
  /** Number of the newest event taken, and of the newest one done with. */
  #taken: number
  #done: number
  #isClosed = false
  #wake: (() => void) | null = null

  /** `after`: the number to go on from. `onRoom` is called when this reader may hold a publisher up no longer. */
  constructor(log: TopicLog<T>, policy: Policy<T>, after: number, on: { room: () => void; close: (reader: Reader<T>) => void }) {
    this.#log = log
    this.#policy = policy
    this.#onRoom = on.room
    this.#onClose = on.close
    this.#taken = after
    if (after > log.seq) this.#skip(log.first - 1, log.seq)
    else if (after + 1 < log.first) this.#skip(after, log.first - 1)
    this.#done = this.#taken
    log.attach(this)
    if (policy.type !== 'coalesce') return
    for (let event = log.read(this.#taken + 1); event; event = log.read(event.seq + 1)) this.added(event)
  }

  get needsAfter(): number {
    return this.#policy.type === 'block' ? this.#taken : Number.POSITIVE_INFINITY
  }

  /** Whether nothing more will come. */
  get isOver(): boolean {
    return this.#isClosed || (this.#log.isEnded && this.#peek() === null)
  }

  /** Whether a publisher of number `seq` has to wait for this reader. */
  holdsUp(seq: number): boolean {
    return !this.#isClosed && this.#policy.type === 'block' && seq - this.#done > this.#policy.capacity
  }

  added(event: BusEvent<T>): void {
    if (this.#policy.type === 'coalesce') {
      const key = this.#policy.by(event.payload)
      const older = this.#newest.get(key)
      if (older) this.#newest.delete(key)
      this.#newest.set(key, older ? { ...event, coalesced: older.coalesced + 1 } : event)
      if (this.#newest.size > this.#policy.capacity) this.#dropOldestKey()
    }
    this.#ring()
  }

  jumped(from: number, to: number): void {
    // The others see it by what their log remembers.
    if (this.#policy.type === 'coalesce') this.#skip(from, to)
    this.#ring()
  }

  ended(): void {
    this.#ring()
  }

  /** The next delivery, or null where there is none at the moment. */
  take(): Delivery<T> | null {
    if (this.#isClosed) return null
    const next = this.#peek()
    if (next?.type === 'event') {
      this.#taken = next.seq
      if (this.#policy.type === 'coalesce') this.#newest.delete(this.#policy.by(next.payload))
    } else if (next) {
      this.#gap = null
    }
    return next
  }

  /** Says that the last delivery taken has been handled. */
  done(): void {
    this.#done = this.#taken
    if (this.#policy.type === 'block') this.#onRoom()
  }

  /** Calls `wake` once, as soon as there may be something to take. */
  whenReady(wake: () => void): void {
    if (this.isOver || this.#peek() !== null) wake()
    else this.#wake = wake
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#log.detach(this)
    this.#newest.clear()
    this.#onClose(this)
    this.#onRoom()
    this.#ring()
  }

  #peek(): Delivery<T> | null {
    if (this.#policy.type === 'coalesce') {
      if (this.#gap) return this.#gap
      for (const event of this.#newest.values()) return event
      return null
    }
    const { seq, first } = this.#log
    const oldest = this.#policy.type === 'drop-oldest' ? Math.max(first, seq - this.#policy.capacity + 1) : first
    if (this.#taken + 1 < oldest) this.#skip(this.#taken, oldest - 1)
    return this.#gap ?? this.#log.read(this.#taken + 1) ?? null
  }

  /** Goes on after `to`, and notes that what lies between is lost. */
  #skip(after: number, to: number): void {
    const { topic, from, missed } = this.#gap ?? { topic: this.#log.name, from: after + 1, missed: 0 }
    this.#gap = { type: 'gap', topic, from, to, missed: missed + to - after }
    this.#taken = to
  }

  #dropOldestKey(): void {
    for (const [key, { seq, coalesced }] of this.#newest) {
      this.#newest.delete(key)
      const { topic, from, missed } = this.#gap ?? { topic: this.#log.name, from: seq, missed: 0 }
      this.#gap = { type: 'gap', topic, from, to: seq, missed: missed + 1 + coalesced }
      return
    }
  }

  #ring(): void {
    const wake = this.#wake
    this.#wake = null
    wake?.()
  }
}
