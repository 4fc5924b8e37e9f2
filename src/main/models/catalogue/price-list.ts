import type * as Prices from '@pydantic/genai-prices'
import { z } from 'zod'
import type { Price } from '../../../shared/model.ts'

/** The day on which the pinned version of the list was published; entries with a date of their own have that. */
export const PRICE_LIST_DATE = '2026-09-23'

export interface ListEntry {
  /** The model's name, where the list has an entry for exactly this id; null for a guess by its beginning. */
  readonly name: string | null
  readonly price: Price
  readonly contextWindow: number | null
}

/** Where a model is looked up: the list's id of the provider, or the address of one that has no entry of ours. */
export interface PriceSeller {
  readonly priceList: string | null
  readonly baseUrl: string | null
}

export interface PriceList {
  /** null: no price, which is not free. `at` (epoch ms) chooses between prices of different dates. */
  look(seller: PriceSeller, model: string, at: number): ListEntry | null
}

const Rate = z.union([
  z.number().transform((price) => ({ base: price, tiers: [] })),
  z.object({ base: z.number(), tiers: z.array(z.object({ start: z.number(), price: z.number() })) }),
])
type Rate = z.infer<typeof Rate>

/** Noon UTC: where a price depends on the hour (DeepSeek's nights are cheaper) this is the dearer one. */
function noonOf(at: number): Date {
  const date = new Date(at)
  date.setUTCHours(12, 0, 0, 0)
  return date
}

function rateOf(prices: Prices.ModelPrice, unit: string): Rate | null {
  const parsed = Rate.safeParse(prices[unit])
  return parsed.success ? parsed.data : null
}

/** The dearest tier stands for all above the first threshold. */
function longInputOf(input: Rate, output: Rate): Price['longInput'] {
  const above = Math.min(...[...input.tiers, ...output.tiers].map((tier) => tier.start))
  if (!Number.isFinite(above)) return undefined
  const times = ({ base, tiers }: Rate) => (base === 0 ? 1 : Math.max(base, ...tiers.map((tier) => tier.price)) / base)
  return { above, inputTimes: times(input), outputTimes: times(output) }
}

function startOf(model: Prices.ModelInfo, prices: Prices.ModelPrice): string {
  const entries = Array.isArray(model.prices) ? model.prices : []
  const constraint = entries.find((entry) => entry.prices === prices)?.constraint
  return constraint?.type === 'start_date' ? constraint.start_date.slice(0, 10) : PRICE_LIST_DATE
}

function entryOf(found: Prices.PriceCalculation, model: string): ListEntry | null {
  const prices = found.model_price
  const input = rateOf(prices, 'input_mtok')
  const output = rateOf(prices, 'output_mtok')
  if (!input || !output) return null
  const cacheRead = rateOf(prices, 'cache_read_mtok')
  const cacheWrite = rateOf(prices, 'cache_write_mtok')
  const perCalls = rateOf(prices, 'requests_kcount')
  const longInput = longInputOf(input, output)
  return {
    price: {
      inputPerMillion: input.base,
      outputPerMillion: output.base,
      ...(cacheRead ? { cacheReadPerMillion: cacheRead.base } : {}),
      ...(cacheWrite ? { cacheWritePerMillion: cacheWrite.base } : {}),
      ...(perCalls ? { perThousandCalls: perCalls.base } : {}),
      ...(longInput ? { longInput } : {}),
      since: startOf(found.model, prices),
      source: 'list',
    },
    name: found.model.id === model ? (found.model.name ?? null) : null,
    contextWindow: found.model.context_window ?? null,
  }
}

/** Loads @pydantic/genai-prices (about a megabyte, so at first use). */
export async function loadPriceList(): Promise<PriceList> {
  const { calcPrice, findProvider } = await import('@pydantic/genai-prices')
  const known = new Map<string, ListEntry | null>()
  function find({ priceList, baseUrl }: PriceSeller, model: string, at: number): ListEntry | null {
    const provider = findProvider(priceList === null ? { providerApiUrl: baseUrl ?? '' } : { providerId: priceList })
    if (!provider) return null
    try {
      const found = calcPrice({ input_tokens: 1, output_tokens: 1 }, model, { provider, timestamp: noonOf(at) })
      return found ? entryOf(found, model) : null
    } catch {
      // The list throws for entries whose units do not fit tokens (speech, pictures).
      return null
    }
  }
  return {
    look(seller, model, at) {
      const key = JSON.stringify([seller.priceList ?? seller.baseUrl, model, noonOf(at).getTime()])
      const entry = known.has(key) ? known.get(key) : find(seller, model, at)
      known.set(key, entry ?? null)
      return entry ?? null
    },
  }
}
