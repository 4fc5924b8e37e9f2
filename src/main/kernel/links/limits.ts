import { TuttiError } from '../../../shared/errors.ts'
import { formatMoney } from '../../../shared/format.ts'
import type { ModelRef } from '../../../shared/ids.ts'
import type { ModelAnswer, ModelRequest } from '../../../shared/model.ts'
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
        return told(await next(current), call, current)
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
      throw new TuttiError('budget-exceeded', `${refusal.message} No cheaper model fits into what is left.`, {
        data: refusal.data,
        cause: refusal,
      })
    }
    const reason =
      `${call.request.model} did not fit into what is left, ${formatMoney(leftMicros)}. ` +
      `${instead.model} costs at most ${formatMoney(instead.atMostMicros)} and is asked in its place.`
    const decision = { title: 'Went cheaper at the limit', reason, chosen: [instead.model], among: [call.request.model] }
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
  return new TuttiError('budget-exceeded', `You left this call out. ${refusal.message}`, { data: refusal.data, cause: refusal })
}

/** The answer, saying who stood in. */
function told(answer: ModelAnswer, asked: Call, made: Call): ModelAnswer {
  if (asked.request.model === made.request.model) return answer
  return {
    ...answer,
    notes: [`${made.request.model} answered for ${asked.request.model}, which did not fit into the budget.`, ...answer.notes],
  }
}
