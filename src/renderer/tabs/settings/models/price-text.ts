import { formatMoney } from '../../../../shared/format.ts'
import type { Price } from '../../../../shared/model.ts'
import { dollarsToMicros } from '../../../../shared/money.ts'
import { m } from '../../../app/messages.ts'

const t = m.settings.models

/** "$1.25": dollars per million tokens. */
export function perMillion(dollars: number): string {
  return formatMoney(dollarsToMicros(dollars))
}

/** Who says so, and since when: "list, 2026-10-01". */
export function priceSource(price: Price): string {
  const source = { list: t.fromList, user: t.fromUser, free: t.fromFree }[price.source]
  return price.since === undefined ? source : t.dated(source, price.since)
}
