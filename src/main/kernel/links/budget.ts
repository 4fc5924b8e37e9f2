import { TuttiError } from '../../../shared/errors.ts'
import type { ModelRequest } from '../../../shared/model.ts'
import { say } from '../../../shared/sentence.ts'
import { failure } from '../../../shared/sentences/told.ts'
import { changeAttempt, currentAttempt, nextAttempt } from '../attempts.ts'
import type { Ledger } from '../budget.ts'
import type { Call, Link } from '../call.ts'
import type { Clock } from '../clock.ts'
import type { Journal } from '../journal.ts'

/** What a call may cost, known before it leaves. */
export interface Quote {
  /** Upper bound of the input's tokens and the whole output limit, in micro-dollars. */
  readonly atMostMicros: number
  /** The cost of a call that broke off after this many characters of output. */
  readonly soFarMicros: (characters: number) => number
}

/** null where the model has no price. */
export type QuoteOf = (request: ModelRequest) => Quote | null

/**
 * Reserves the most that an attempt can cost and commits the intent before anything leaves; settles what it did cost.
 * Opens the attempt's row and closes it.
 */
export function budget(parts: { ledger: Ledger; quote: QuoteOf; journal: Journal; clock: Clock }): Link {
  const { ledger, journal, clock } = parts
  return async (above, next) => {
    const call: Call = { ...above, attempt: nextAttempt(above) }
    const { request } = call
    const quote = parts.quote(request)
    if (quote === null && ledger.isLimited(call.run.rootId) && !call.run.allowNoPrice()) {
      throw failure('no-price', say('model.no-price', { model: request.model }), { data: { model: request.model } })
    }
    const reservedMicros = quote?.atMostMicros ?? 0
    const reservation = ledger.reserve(call.run.rootId, reservedMicros, call.beyond)
    call.attempts.push({
      path: call.path,
      number: call.attempt,
      model: request.model,
      state: 'open',
      reservedMicros,
      costMicros: null,
      usage: null,
      text: '',
      error: null,
      startedAt: clock.now(),
      endedAt: null,
    })
    try {
      const intent = journal.commit({ runId: call.run.record.id, attempts: [currentAttempt(call)] })
      await Promise.all([call.run.book.committed(), intent])
      call.signal.throwIfAborted()
      call.emit({ type: 'speaker-asked', speaker: request.speaker, model: request.model, attempt: call.attempt })
      call.onSent()
      const answer = await next(call)
      const { costMicros, usage, firstTokenMs, vendorCostMicros } = answer
      changeAttempt(call, {
        ...{ state: 'done', costMicros, usage, text: '', endedAt: clock.now() },
        ...(firstTokenMs !== null && { firstTokenMs }),
        ...(vendorCostMicros !== null && { vendorCostMicros }),
      })
      return answer
    } catch (thrown) {
      const error = TuttiError.from(thrown)
      const { costMicros } = currentAttempt(call)
      const stopped = error.code === 'cancelled' || error.code === 'not-needed'
      changeAttempt(call, {
        state: stopped ? 'cancelled' : 'failed',
        costMicros: quote === null ? null : (costMicros ?? 0),
        error: error.toInfo(),
        endedAt: clock.now(),
      })
      throw error
    } finally {
      const billedMicros = currentAttempt(call).costMicros ?? 0
      reservation.settle(billedMicros)
      if (quote !== null && billedMicros > reservedMicros) {
        call.emit({ type: 'overrun', speaker: request.speaker, reservedMicros, billedMicros })
      }
    }
  }
}
