import { m } from '../../../app/messages.ts'
import { classNames } from '../../../components/class-names.ts'
import { w } from '../words.ts'
import type { ChartData, ChartRow } from './chart-data.ts'

type ChartTableProps = {
  readonly label: string
  readonly data: ChartData
  readonly low: boolean
  readonly onPick?: ((row: ChartRow) => void) | undefined
}

/** The values of a chart, newest first; a row's time leads to what is behind it. */
export function ChartTable({ label, data: { rows, series, format, when }, low, onPick }: ChartTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section tabIndex={0} aria-label={label} className={classNames('overflow-y-auto', low ? 'h-31' : 'h-40')}>
      <table className="dashboard-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{w.time}</th>
            {series.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows
            .filter(({ values }) => series.some(({ key }) => (values[key] ?? null) !== null))
            .toReversed()
            .map((row) => (
              <tr key={row.at}>
                <th scope="row">
                  {onPick ? (
                    <button type="button" className="dashboard-link" aria-label={w.runsOf(when(row))} onClick={() => onPick(row)}>
                      {when(row)}
                    </button>
                  ) : (
                    when(row)
                  )}
                </th>
                {series.map(({ key }) => {
                  const value = row.values[key] ?? null
                  return <td key={key}>{value === null ? m.common.unknown : format(value)}</td>
                })}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
