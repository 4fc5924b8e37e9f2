import { formatMoneyExact } from '../../shared/format.ts'

/** Six decimals for cost tables; the last two are fainter, so that sums are exact to the micro-dollar. */
export function MoneyExact({ micros }: { readonly micros: number }) {
  const { head, tail } = formatMoneyExact(micros)
  return (
    <span className="figures">
      {head}
      <span className="text-ink-3">{tail}</span>
    </span>
  )
}
