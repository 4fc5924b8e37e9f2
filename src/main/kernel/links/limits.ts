import { TuttiError } from '../../../shared/errors.ts'
import type { ModelRef } from '../../../shared/ids.ts'
import type { ModelAnswer, ModelRequest } from '../../../shared/model.ts'
import { notesIn, say } from '../../../shared/sentence.ts'
import { failure, toldNotes, wordsOf } from '../../../shared/sentences/told.ts'
import { decisionOf } from '../asked.ts'
import { type Ledger, LimitScope } from '../budget.ts'
import type { Call, Link } from '../call.ts'

/** A model that could be asked instead, and the most that it would cost. */
export interface Cheaper {
  readonly model: ModelRef
  readonly atMostMicros: number
}

export interface LimitParts {
  readonly ledger: Ledger
  /** The cheapest model that can take the request within `leftMicros`; null where there is none. */
  readonly cheaper: (request: ModelRequest, leftMicros: number) => Cheaper | null
}

/**
 * What becomes of a call that would pass a limit, as the settings say: it is refused, a person is asked, or the cheapest model that
 * fits into what is left is asked in its place. Stands above the resources, so that whoever waits for a person holds none.
 */
export function limits({ ledger, cheaper }: LimitParts): Link {
  return async (call, next) => {
    let current = call
    for (;;) {
      try {
        return withStandIn(await next(current), call, current)
      } catch (thrown) {
        const refusal = TuttiError.from(thrown)
        const scope = scopeOf(refusal)
        if (scope === null) throw thrown
        switch (ledger.atLimit(scope)) {
          case 'stop':
            throw thrown
          case 'ask': {
            if (!(await call.run.book.mayPass(current, scope, refusal.toInfo()))) throw leftOut(refusal)
            current = { ...current, beyond: new Set([...(current.beyond ?? []), scope]) }
            break
          }
          case 'degrade':
            current = degraded(current, refusal)
        }
      }
    }
  }

  function degraded(call: Call, refusal: TuttiError): Call {
    const leftMicros = ledger.left(call.run.rootId, call.beyond) ?? 0
    const instead = cheaper(call.request, leftMicros)
    if (instead === null || instead.model === call.request.model) {
      throw failure('budget-exceeded', say('limit.no-cheaper', { why: wordsOf(refusal) }), {
        data: refusal.data,
        cause: refusal,
      })
    }
    const asked = call.request.model
    const decision = decisionOf({
      title: say('limit.cheaper'),
      reason: say('limit.cheaper.why', { asked, left: leftMicros, instead: instead.model, cost: instead.atMostMicros }),
      chosen: [instead.model],
      among: [asked],
    })
    call.emit({ type: 'decision', decision }, `${call.path}/degraded/${instead.model}`)
    return { ...call, request: { ...call.request, model: instead.model } }
  }
}

function scopeOf(error: TuttiError): LimitScope | null {
  if (error.code !== 'budget-exceeded') return null
  const scope = LimitScope.safeParse(error.data?.scope)
  return scope.success ? scope.data : null
}

function leftOut(refusal: TuttiError): TuttiError {
  return failure('budget-exceeded', say('limit.left-out', { why: wordsOf(refusal) }), { data: refusal.data, cause: refusal })
}

/** The answer, saying who stood in. */
function withStandIn(answer: ModelAnswer, asked: Call, made: Call): ModelAnswer {
  if (asked.request.model === made.request.model) return answer
  const note = say('stood-in.budget', { answered: made.request.model, asked: asked.request.model })
  return { ...answer, ...toldNotes([note, ...notesIn(answer)]) }
}
