import { type ModelRef, modelRef } from '../../../shared/ids.ts'
import type { ModelInfo, Price } from '../../../shared/model.ts'
import type { Provider } from '../../../shared/settings.ts'
import type { ListedModel } from '../adapter.ts'
import { familyCapabilities } from './families.ts'
import type { PriceList } from './price-list.ts'
import { readableName } from './readable-name.ts'

const FREE: Price = { inputPerMillion: 0, outputPerMillion: 0, source: 'free' }

export interface Description {
  readonly provider: Provider
  readonly listed: ListedModel
  readonly origin: ModelInfo['origin']
  readonly enabled: boolean
  /** The user's own price; it comes before the list's. */
  readonly override: Price | null
  /** The list's id of the provider; null where only its address can be looked up. */
  readonly priceList: string | null
  readonly prices: PriceList
  /** Epoch ms. */
  readonly at: number
}

/** A model as the app knows it. Without a price in the list or of the user's it has none, which is not the same as free. */
export function describeModel({ provider, listed, origin, enabled, override, priceList, prices, at }: Description): ModelInfo {
  const entry = provider.local ? null : prices.look({ priceList, baseUrl: provider.baseUrl }, listed.id, at)
  const ref: ModelRef = modelRef(provider.id, listed.id)
  return {
    ref,
    provider: provider.id,
    id: listed.id,
    label: listed.label ?? entry?.name ?? (provider.local ? readableName(listed.id) : listed.id),
    capabilities: [...(listed.capabilities ?? familyCapabilities(provider.kind, listed.id))],
    contextWindow: listed.contextWindow ?? entry?.contextWindow ?? null,
    maxOutput: listed.maxOutput ?? null,
    price: override ?? (provider.local ? FREE : (entry?.price ?? null)),
    enabled,
    simulated: false,
    origin,
  }
}
