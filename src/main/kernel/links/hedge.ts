import { TuttiError } from '../../../shared/errors.ts'
import type { ModelAnswer } from '../../../shared/model.ts'
import { notesIn, say } from '../../../shared/sentence.ts'
import { failure, toldNotes } from '../../../shared/sentences/told.ts'
import type { Call, Link, Next } from '../call.ts'
import type { Clock } from '../clock.ts'
import type { Latencies } from '../latencies.ts'

interface HedgeParts {
  readonly clock: Clock
  readonly latencies: Latencies
  /** The user allows second calls; they cost. */
  readonly enabled: () => boolean
}

/** With fewer calls a 95th percentile says nothing. */
const CALLS_BEFORE = 20

/**
 * Where nothing of an answer came within the time that 95 of 100 calls of its model need, the model is asked a second time, and whoever
 * sends the first piece goes on alone (Dean and Barroso, "The Tail at Scale", CACM 2013). The second call passes the rest of the road anew, with its
 * own attempt, reservation and price; one that gets no place or no money is no reason for the first to fail.
 */
export function hedge({ clock, latencies, enabled }: HedgeParts): Link {
  return (call, next) => {
    const usual = enabled() ? latencies.of(call.request.model) : null
    if (usual === null || usual.calls < CALLS_BEFORE) return next(call)
    return new Race(call, next, latencies, clock).run(usual.first.p95)
  }
}

interface Leg {
  /** Resolves when it has left for the vendor; rejects where it never did. */
  readonly sent: Promise<void>
  /** Aborted when a first piece came or the call has ended. */
  readonly heard: AbortSignal
  readonly stop: (reason: TuttiError) => void
  readonly answer: Promise<ModelAnswer>
}

/** Two calls for one answer. */
class Race {
  readonly #call: Call
  readonly #next: Next
  readonly #latencies: Latencies
  readonly #clock: Clock
  readonly #legs: Leg[] = []
  #winner: number | null = null

  constructor(call: Call, next: Next, latencies: Latencies, clock: Clock) {
    this.#call = call
    this.#next = next
    this.#latencies = latencies
    this.#clock = clock
  }

  async run(afterMs: number): Promise<ModelAnswer> {
    const first = this.#enter(0)
    const sentAt = first.sent.then(() => this.#clock.now())
    const isQuiet = await sentAt
      .then(() => this.#clock.sleep(afterMs, first.heard))
      .then(
        () => true,
        () => false,
      )
    if (!isQuiet) return first.answer
    const second = this.#enter(1)
    first.answer.catch((thrown) => {
      const error = TuttiError.from(thrown)
      if (this.#winner === null && !error.retryable) second.stop(error)
    })
    const [one, two] = await Promise.allSettled([first.answer, second.answer])
    if (this.#winner === 1) this.#latencies.gaveUp(this.#call.request.model, this.#clock.now() - (await sentAt))
    const result = this.#winner === 1 ? two : one
    if (result.status === 'rejected') throw result.reason
    const note = say(this.#winner === 1 ? 'hedged.first' : 'hedged.second', { seconds: Math.round(afterMs / 10) / 100 })
    return { ...result.value, ...toldNotes([note, ...notesIn(result.value)]) }
  }

  #enter(place: number): Leg {
    const stop = new AbortController()
    const heard = new AbortController()
    const sent = Promise.withResolvers<void>()
    const call: Call = {
      ...this.#call,
      signal: AbortSignal.any([this.#call.signal, stop.signal]),
      onSent: sent.resolve,
      onDelta: (channel, text) => {
        this.#wins(place)
        heard.abort(OVER)
        if (this.#winner === place) this.#call.onDelta(channel, text)
      },
    }
    const answer = this.#next(call).then(
      (value) => {
        this.#wins(place)
        return value
      },
      (thrown) => {
        sent.reject(thrown)
        throw thrown
      },
    )
    const leg = { sent: sent.promise, heard: heard.signal, stop: (reason: TuttiError) => stop.abort(reason), answer }
    answer.catch(() => {}).finally(() => heard.abort(OVER))
    sent.promise.catch(() => {})
    this.#legs[place] = leg
    return leg
  }

  /** The first to send something goes on; the other one is cut off. */
  #wins(place: number): void {
    if (this.#winner !== null) return
    this.#winner = place
    this.#legs[1 - place]?.stop(failure('not-needed', say('hedged.slower')))
  }
}

/** A reason of our own: without one, each abort makes an exception with a stack. */
const OVER = 'over'
