import { Price } from '../../../../shared/model.ts'
import { dollarsToMicros, MICROS_PER_DOLLAR } from '../../../../shared/money.ts'
import { m } from '../../../app/messages.ts'
import { readDollars, showDollars } from '../fields/dollars.ts'
import { type Reading, right, wrong } from '../fields/reading.ts'

const t = m.settings.models

export type PriceField = 'input' | 'output' | 'cacheRead' | 'cacheWrite'
export type PriceDraft = Readonly<Record<PriceField, string>>
export const PRICE_FIELDS: readonly PriceField[] = ['input', 'output', 'cacheRead', 'cacheWrite']

/** What `models.setPrice` takes. */
export const UserPrice = Price.omit({ source: true })
export type UserPrice = Omit<Price, 'source'>

export const PRICE_LABELS: Readonly<Record<PriceField, string>> = {
  input: t.priceInput,
  output: t.priceOutput,
  cacheRead: t.priceCacheRead,
  cacheWrite: t.priceCacheWrite,
}

const show = (dollars: number | undefined) => (dollars === undefined ? '' : showDollars(dollarsToMicros(dollars)))

export function priceDraft(price: Price | null): PriceDraft {
  return {
    input: show(price?.inputPerMillion),
    output: show(price?.outputPerMillion),
    cacheRead: show(price?.cacheReadPerMillion),
    cacheWrite: show(price?.cacheWritePerMillion),
  }
}

/** Dollars per million tokens; null for an empty cache price, which then costs what input costs. */
export function readPriceField(field: PriceField, text: string): Reading<number | null> {
  const label = PRICE_LABELS[field]
  const read = readDollars(label, text)
  if (!read.ok) return read
  if (read.value !== null) return right(read.value / MICROS_PER_DOLLAR)
  return field === 'input' || field === 'output' ? wrong(t.needed(label)) : right(null)
}

/** The price that the fields make up, dated `since` (YYYY-MM-DD); null while one of them cannot be read. */
export function readPrice(draft: PriceDraft, since: string): UserPrice | null {
  const read = (field: PriceField) => {
    const reading = readPriceField(field, draft[field])
    return reading.ok ? reading.value : undefined
  }
  const [input, output, cacheRead, cacheWrite] = [read('input'), read('output'), read('cacheRead'), read('cacheWrite')]
  if (cacheRead === undefined || cacheWrite === undefined) return null
  const price = UserPrice.safeParse({
    inputPerMillion: input,
    outputPerMillion: output,
    ...(cacheRead === null ? {} : { cacheReadPerMillion: cacheRead }),
    ...(cacheWrite === null ? {} : { cacheWritePerMillion: cacheWrite }),
    since,
  })
  return price.success ? price.data : null
}
