import { formatDuration, formatNumber, formatShare } from '../../../../shared/format.ts'
import type { EntryResult, Estimate95, ExperimentResults } from '../../../../shared/lab.ts'
import { m } from '../../../app/messages.ts'
import { w } from '../words.ts'
import { perThousand } from './key-figures.tsx'
import { PointMark } from './point-mark.tsx'

type EntryTableProps = { readonly results: ExperimentResults; readonly chosen: string | null }

/** Every preset with its figures, the best first: the picture as a table. */
export function EntryTable({ results: { entries, reference }, chosen }: EntryTableProps) {
  const sorted = entries.toSorted((a, b) => b.accuracy.value - a.accuracy.value || a.cost.value - b.cost.value)
  const low = Math.max(0, Math.min(...entries.map(({ accuracy }) => accuracy.low)) - 0.02)
  const high = Math.min(1, Math.max(...entries.map(({ accuracy }) => accuracy.high)) + 0.02)
  const timed = entries.some(({ latencyMs }) => latencyMs !== null)
  const against = reference === null ? undefined : entries[reference]?.name
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <section tabIndex={0} aria-label={w.presets} className="overflow-x-auto">
        <table className="lab-table figures">
          <thead>
            <tr>
              <th scope="col">{w.thName}</th>
              <th scope="col" className="w-24">
                {formatShare(low)} – {formatShare(high)}
              </th>
              <th scope="col">{w.thRight}</th>
              {against !== undefined && <th scope="col">{w.thDifference}</th>}
              <th scope="col">{w.thCost}</th>
              {timed && <th scope="col">{w.thLatency}</th>}
              <th scope="col">{w.thCalls}</th>
              <th scope="col">{w.thEscalated}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((entry) => (
              <tr key={entry.name} {...(entry.name === chosen ? { 'aria-current': true } : {})}>
                <th scope="row" title={entry.name}>
                  <PointMark single={entry.single} onFront={entry.onFront} />
                  {entry.name}
                  {entry.failed > 0 && <span className="block text-11 text-ink-3">{w.failedAnswers(entry.failed)}</span>}
                </th>
                <td>
                  <Whisker accuracy={entry.accuracy} low={low} high={high} />
                </td>
                <td title={intervalOf(entry.accuracy)}>
                  {formatNumber(100 * entry.accuracy.value, 1)}{' '}
                  <span className="text-ink-3">± {formatNumber(halfWidth(entry.accuracy), 1)}</span>
                </td>
                {against !== undefined && <td>{differenceOf(entry)}</td>}
                <td>{perThousand(entry.cost.value)}</td>
                {timed && <td>{entry.latencyMs === null ? m.common.unknown : formatDuration(entry.latencyMs.p50)}</td>}
                <td>{formatNumber(entry.calls, 1)}</td>
                <td>{formatShare(entry.escalated)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {against !== undefined && <p className="mt-1.5 text-12 text-pretty text-ink-2">{w.difference(against)}</p>}
    </>
  )
}

function Whisker({ accuracy, low, high }: { readonly accuracy: Estimate95; readonly low: number; readonly high: number }) {
  const place = (value: number) => `${(100 * (value - low)) / (high - low)}%`
  return (
    <span aria-hidden className="lab-whisker">
      <i style={{ left: place(accuracy.low), width: `calc(${place(accuracy.high)} - ${place(accuracy.low)})` }} />
      <b style={{ left: place(accuracy.value) }} />
    </span>
  )
}

function halfWidth({ low, high }: Estimate95): number {
  return 50 * (high - low)
}

function intervalOf({ low, high }: Estimate95): string {
  return w.interval(formatShare(low), formatShare(high))
}

function differenceOf({ difference }: EntryResult) {
  if (difference === null) return m.common.unknown
  const sign = difference.value > 0 ? '+' : ''
  return (
    <span title={intervalOf(difference)}>
      {sign}
      {formatNumber(100 * difference.value, 1)} <span className="text-ink-3">± {formatNumber(halfWidth(difference), 1)}</span>
    </span>
  )
}
