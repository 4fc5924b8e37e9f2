import { formatMoney } from '../../../shared/format.ts'
import type { ModelInfo } from '../../../shared/model.ts'
import { dollarsToMicros } from '../../../shared/money.ts'
import type { Seat } from '../core/seat.ts'
import { EXIT_CODES } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

function priceOf({ price, simulated }: ModelInfo): string {
  if (simulated) return 'Demo · simulated'
  if (price === null) return 'No price'
  if (price.source === 'free') return 'Free'
  const per = (dollars: number) => formatMoney(dollarsToMicros(dollars))
  return `${per(price.inputPerMillion)} in, ${per(price.outputPerMillion)} out per million tokens`
}

/** Lists the models of all providers, those that are on first. */
export async function models(json: boolean, seat: Seat, terminal: Terminal): Promise<number> {
  const client = await seat.connect()
  const { models: known } = await client.app.snapshot()
  const sorted = known.toSorted((a, b) => Number(b.enabled) - Number(a.enabled) || a.ref.localeCompare(b.ref))
  if (json) terminal.out(`${JSON.stringify(sorted)}\n`)
  else {
    const width = Math.max(0, ...sorted.map(({ ref }) => ref.length))
    for (const model of sorted) terminal.out(`${model.enabled ? 'on ' : 'off'}  ${model.ref.padEnd(width)}  ${priceOf(model)}\n`)
  }
  return EXIT_CODES.answered.code
}
