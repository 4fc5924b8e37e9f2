import { w } from '../words.ts'
import type { ChartData, ChartRow } from './chart-data.ts'

/** The values at the point under the pointer. */
export function ChartTooltip({
  row,
  data: { series, format, when },
  hint,
}: {
  readonly row: ChartRow
  readonly data: ChartData
  readonly hint: boolean
}) {
  const shown = series.flatMap(({ key, name }) => {
    const value = row.values[key] ?? null
    return value === null ? [] : [{ key, name, text: format(value) }]
  })
  if (shown.length === 0) return null
  return (
    <div className="rounded-control border border-line bg-raised px-2.5 py-1.5 text-12 text-ink shadow-float">
      <p className="figures text-ink-2">{when(row)}</p>
      <dl className="mt-0.5 grid grid-cols-[auto_auto] gap-x-4">
        {shown.map(({ key, name, text }) => (
          <div key={key} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className="figures text-right">{text}</dd>
          </div>
        ))}
      </dl>
      {hint && <p className="mt-0.5 text-11 text-ink-3">{w.clickHint}</p>}
    </div>
  )
}
