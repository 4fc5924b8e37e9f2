import type { BusEvent } from './delivery.ts'

/** Something that reads a log. */
export interface LogReader<T> {
  /** The number up to which the log may forget; Infinity where this reader does not mind. */
  readonly needsAfter: number
  added(event: BusEvent<T>): void
  /** Numbers after `from` up to `to` will never come. */
  jumped(from: number, to: number): void
  ended(): void
}

/** The newest events of a topic, without a hole, for those who read them later. */
export class TopicLog<T> {
  readonly name: string
  readonly #keep: number
  readonly #readers = new Set<LogReader<T>>()
  #events: BusEvent<T>[] = []
  #seq: number
  #isEnded = false

  /** `keep`: events remembered for replay. Numbers start after `seq`. */
  constructor(name: string, keep: number, seq: number) {
    this.name = name
    this.#keep = keep
    this.#seq = seq
  }

  get seq(): number {
    return this.#seq
  }

  /** The oldest number that is remembered; one past the newest where none is. */
  get first(): number {
    return this.#events[0]?.seq ?? this.#seq + 1
  }

  get isEnded(): boolean {
    return this.#isEnded
  }

  read(seq: number): BusEvent<T> | undefined {
    return this.#events[seq - this.first]
  }

  append(payload: T, at: number, seq = this.#seq + 1): BusEvent<T> {
    if (seq > this.#seq + 1) this.jump(seq - 1)
    const event: BusEvent<T> = { type: 'event', topic: this.name, seq, at, payload, coalesced: 0 }
    this.#seq = seq
    this.#events.push(event)
    if (this.#events.length > this.#keep * 1.25) this.#forget()
    for (const reader of this.#readers) reader.added(event)
    return event
  }

  /** Goes on after `to`; what lies between was lost on the way here. */
  jump(to: number): void {
    const from = this.#seq
    this.#events = []
    this.#seq = to
    for (const reader of this.#readers) reader.jumped(from, to)
  }

  attach(reader: LogReader<T>): void {
    this.#readers.add(reader)
  }

  detach(reader: LogReader<T>): void {
    this.#readers.delete(reader)
  }

  end(): void {
    this.#isEnded = true
    for (const reader of this.#readers) reader.ended()
  }

  #forget(): void {
    let needed = this.#seq - this.#keep
    for (const reader of this.#readers) needed = Math.min(needed, reader.needsAfter)
    this.#events = this.#events.slice(Math.max(0, needed + 1 - this.first))
  }
}
