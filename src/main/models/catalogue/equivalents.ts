import type { Capability, ModelInfo, ModelRequest, Price } from '../../../shared/model.ts'
import { aboutTokens } from './estimate-tokens.ts'
import { neededCapabilities } from './needed-capabilities.ts'

/** Prices within this factor are of one class; the tiers of a vendor lie further apart. */
const CLASS = 3
/** What an answer is read for: a model that has it is not replaced by one that has not, nor the other way round. */
const CHARACTER: readonly Capability[] = ['reasoning', 'citations']

/**
 * Models of other vendors that can answer this request in place of `asked`: the same kind of model, everything that the request needs, a price
 * of the same class. The nearest price first. A model without a price has no equivalent, a free one only free ones.
 */
export function equivalents(asked: ModelInfo, request: ModelRequest, among: readonly ModelInfo[]): ModelInfo[] {
  const needs = neededCapabilities(request)
  const tokens = aboutTokens(request) + request.maxOutputTokens
  return among
    .filter((model) => model.provider !== asked.provider && model.simulated === asked.simulated)
    .filter(({ capabilities }) => CHARACTER.every((one) => capabilities.includes(one) === asked.capabilities.includes(one)))
    .filter(({ capabilities }) => needs.every((need) => capabilities.includes(need)))
    .filter(({ contextWindow }) => contextWindow === null || contextWindow >= tokens)
    .map((model) => ({ model, distance: distance(asked.price, model.price) }))
    .filter(({ distance }) => distance <= CLASS)
    .toSorted((a, b) => a.distance - b.distance || a.model.ref.localeCompare(b.model.ref))
    .map(({ model }) => model)
}

/** How many times dearer the dearer one is, of three parts input to one of output; Infinity where that says nothing. */
function distance(a: Price | null, b: Price | null): number {
  if (a === null || b === null) return Number.POSITIVE_INFINITY
  const [low = 0, high = 0] = [a, b].map((price) => 3 * price.inputPerMillion + price.outputPerMillion).toSorted((x, y) => x - y)
  if (high === 0) return 1
  return high / low
}
