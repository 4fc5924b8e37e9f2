import { type ZodType, z } from 'zod'
import type { WireDelivery } from '../../shared/bus.ts'
import { TuttiError } from '../../shared/errors.ts'
import type { Clock } from '../kernel/clock.ts'
import type { EventTopic } from '../kernel/event-topic.ts'
import type { DeadLetters } from './dead-letters.ts'
import type { Delivery } from './delivery.ts'
import { dropOldest, type Policy } from './policy.ts'
import { Reader } from './reader.ts'
import { type Handler, Subscription } from './subscription.ts'
import { TopicLog } from './topic-log.ts'

const DEFAULT_POLICY = dropOldest(1000)

export interface TopicOptions<T> {
  readonly name: string
  readonly schema: ZodType<T>
  /** Events remembered for replay; 1000 where left out. */
  readonly keep?: number
  /** Numbers go on after this; after the bus's own first number where left out. */
  readonly numbersFrom?: number
}

export interface FollowOptions<T> {
  /** Goes on after this number; only what comes from now on where left out. */
  readonly after?: number
  /** `dropOldest(1000)` where left out. */
  readonly policy?: Policy<T>
  readonly signal?: AbortSignal
}

export interface BatchOptions {
  /** Goes on after this number; only what comes from now on where left out. */
  readonly after?: number
  /** At most one batch in this time, in ms. */
  readonly pauseMs: number
  readonly signal?: AbortSignal
}

interface TopicParts {
  readonly clock: Pick<Clock, 'now' | 'sleep'>
  readonly letters: DeadLetters
  readonly numbersFrom: number
  readonly onEnd: () => void
}

/** A topic as windows and other processes see it: without its type. */
export interface AnyTopic {
  readonly name: string
  readonly seq: number
  follow(options?: { readonly after?: number; readonly signal?: AbortSignal }): AsyncGenerator<Delivery<unknown>, void>
  batches(options: BatchOptions): AsyncGenerator<Delivery<unknown>[], void>
  end(): void
}

/** A stream of numbered events of one type. Subscribers get them in order and whole, unless their policy says otherwise, and then they are told. */
export class Topic<T> implements AnyTopic, EventTopic<T> {
  readonly name: string
  readonly schema: ZodType<T>
  readonly #keep: number
  readonly #parts: TopicParts
  readonly #log: TopicLog<T>
  readonly #readers = new Set<Reader<T>>()
  readonly #heldUp = new Set<() => void>()

  constructor(options: TopicOptions<T>, parts: TopicParts) {
    this.name = options.name
    this.schema = options.schema
    this.#parts = parts
    this.#keep = options.keep ?? 1000
    this.#log = new TopicLog(options.name, this.#keep, options.numbersFrom ?? parts.numbersFrom)
  }

  /** The number of the newest event. */
  get seq(): number {
    return this.#log.seq
  }

  get subscribers(): number {
    return this.#readers.size
  }

  /**
   * Numbers the event at once and resolves with its number when no blocking subscriber is full. Rejects with `invalid-input`, and leaves
   * a dead letter, where the topic's schema does not take it; with the signal's reason where it gives up waiting: the event is out by then.
   */
  publish(payload: T, signal?: AbortSignal): Promise<number> {
    const at = this.#parts.clock.now()
    const checked = this.schema.safeParse(payload)
    if (!checked.success || this.#log.isEnded) {
      const reason = checked.error ? `: ${z.prettifyError(checked.error).replaceAll(/\s*\n\s*/g, ' ')}` : ', it has ended.'
      const error = new TuttiError('invalid-input', `The topic “${this.name}” does not take this event${reason}`)
      this.#parts.letters.add({ topic: this.name, seq: null, subscriber: null, payload, at }, error)
      return Promise.reject(error)
    }
    const { seq } = this.#log.append(checked.data, at)
    return this.#isHeldUp(seq) ? this.#untilRoom(seq, signal) : Promise.resolve(seq)
  }

  /**
   * For publishers of this process that must not wait and whose events the compiler checks: the event is numbered and out at once,
   * however far behind its readers are. After the topic's end it reaches nobody.
   */
  announce(make: (seq: number, at: number) => T): T {
    const at = this.#parts.clock.now()
    const payload = make(this.seq + 1, at)
    if (!this.#log.isEnded) this.#log.append(payload, at)
    return payload
  }

  /**
   * Takes over what another process published, with its number. What is known already changes nothing; a hole in the numbers is told to
   * subscribers as a gap. Throws a ZodError where it is not of this topic's type.
   */
  receive(delivery: WireDelivery): void {
    const newest = delivery.type === 'event' ? delivery.seq : delivery.to
    if (newest <= this.seq) return
    if (delivery.type === 'gap') this.#log.jump(delivery.to)
    else this.#log.append(this.schema.parse(delivery.payload), delivery.at, delivery.seq)
  }

  /** Hands every delivery to `handler`, one at a time. What it fails on becomes a dead letter of `label`, and the next one follows. */
  subscribe(
    handler: Handler<T>,
    { label = 'a subscriber', ...options }: FollowOptions<T> & { readonly label?: string } = {},
  ): Subscription<T> {
    return new Subscription(this.#open(options), handler, (delivery, thrown) => {
      const about = delivery.type === 'event' ? { seq: delivery.seq, payload: delivery.payload } : { seq: null, payload: delivery }
      this.#parts.letters.add({ topic: this.name, ...about, subscriber: label, at: this.#parts.clock.now() }, thrown)
    })
  }

  /** Deliveries one by one, from this call on; ends with the topic or the signal. */
  follow(options: FollowOptions<T> = {}): AsyncGenerator<Delivery<T>, void> {
    return iterate(this.#open(options))
  }

  /**
   * All that has come, together, at most once in `pauseMs`: for windows, which draw no faster. Who is slower than the topic's memory gets
   * a gap in front of what is remembered, and takes a snapshot.
   */
  batches({ pauseMs, ...options }: BatchOptions): AsyncGenerator<Delivery<T>[], void> {
    const { signal } = options
    // An abort ends the reader; the pause only has to stop.
    const pause = () => this.#parts.clock.sleep(pauseMs, signal).catch(() => {})
    return inBatches(this.#open({ ...options, policy: dropOldest(this.#keep) }), pause)
  }

  /** Subscribers get what is left and end. */
  end(): void {
    this.#log.end()
    this.#parts.onEnd()
  }

  #open({ after = this.seq, policy = DEFAULT_POLICY, signal }: FollowOptions<T>): Reader<T> {
    const reader = new Reader(this.#log, policy, after, {
      room: () => this.#letOn(),
      close: (closed) => {
        this.#readers.delete(closed)
        signal?.removeEventListener('abort', close)
      },
    })
    const close = () => reader.close()
    this.#readers.add(reader)
    if (signal?.aborted) close()
    else signal?.addEventListener('abort', close, { once: true })
    return reader
  }

  #isHeldUp(seq: number): boolean {
    for (const reader of this.#readers) if (reader.holdsUp(seq)) return true
    return false
  }

  #untilRoom(seq: number, signal: AbortSignal | undefined): Promise<number> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (this.#isHeldUp(seq)) return
        stop()
        resolve(seq)
      }
      const giveUp = () => {
        stop()
        reject(signal?.reason)
      }
      const stop = () => {
        this.#heldUp.delete(look)
        signal?.removeEventListener('abort', giveUp)
      }
      this.#heldUp.add(look)
      if (signal?.aborted) giveUp()
      else signal?.addEventListener('abort', giveUp, { once: true })
    })
  }

  #letOn(): void {
    for (const look of this.#heldUp) look()
  }
}

async function* iterate<T>(reader: Reader<T>): AsyncGenerator<Delivery<T>, void> {
  try {
    while (!reader.isOver) {
      const delivery = reader.take()
      if (delivery) {
        yield delivery
        reader.done()
      } else {
        await new Promise<void>((resolve) => reader.whenReady(resolve))
      }
    }
  } finally {
    reader.close()
  }
}

async function* inBatches<T>(reader: Reader<T>, pause: () => Promise<void>): AsyncGenerator<Delivery<T>[], void> {
  try {
    while (!reader.isOver) {
      const batch: Delivery<T>[] = []
      for (let delivery = reader.take(); delivery; delivery = reader.take()) batch.push(delivery)
      if (batch.length === 0) {
        await new Promise<void>((resolve) => reader.whenReady(resolve))
      } else {
        yield batch
        reader.done()
        await pause()
      }
    }
  } finally {
    reader.close()
  }
}
