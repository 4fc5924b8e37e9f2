import type { ModelRef } from '../../shared/ids.ts'
import type { ModelInfo, ModelRequest } from '../../shared/model.ts'
import { neededCapabilities } from './catalogue/needed-capabilities.ts'

/** What a request may cost with its model; null without a price. */
type Price = (request: ModelRequest) => { readonly atMostMicros: number } | null

/**
 * The cheapest of the models that can take the request and cost at most `leftMicros` for it, with the most that it would cost; null
 * where there is none. A simulated model never stands in for a real one, and a model without a price has no place under a limit.
 */
export function cheaperModel(
  models: readonly ModelInfo[],
  price: Price,
  request: ModelRequest,
  leftMicros: number,
): { readonly model: ModelRef; readonly atMostMicros: number } | null {
  const needed = neededCapabilities(request)
  const fitting = models
    .filter((model) => !model.simulated && model.ref !== request.model && needed.every((one) => model.capabilities.includes(one)))
    .flatMap((model) => {
      const atMostMicros = price({ ...request, model: model.ref })?.atMostMicros
      return atMostMicros === undefined || atMostMicros > leftMicros ? [] : [{ model: model.ref, atMostMicros }]
    })
  return fitting.toSorted((a, b) => a.atMostMicros - b.atMostMicros)[0] ?? null
}
