import { formatMoney, formatNumber, formatShare, formatTokens } from '../../../../shared/format.ts'
import { type Histogram, percentile } from '../../../../shared/histogram.ts'
import { cacheShare, callCount, costOf, parallelShare, runCount, successShare, type Tally } from '../../../../shared/tally.ts'
import { m } from '../../../app/messages.ts'
import { durationText } from '../duration-text.ts'
import { w } from '../words.ts'
import { moneyChange, relativeChange, shareChange, timeChange } from './difference.ts'

type Unit = 'count' | 'share' | 'time' | 'tokens' | 'money'
type Line = { readonly name: string; readonly unit: Unit; readonly of: (tally: Tally) => number | null }

const at =
  (of: (tally: Tally) => Histogram, quantile: number) =>
  (tally: Tally): number | null =>
    percentile(of(tally), quantile)
const { figures, groups, kinds } = w

const SECTIONS: readonly { readonly title: string; readonly lines: readonly Line[] }[] = [
  {
    title: groups.runs,
    lines: [
      { name: figures.runs, unit: 'count', of: ({ runs }) => runCount(runs) },
      { name: figures.runsFailed, unit: 'count', of: ({ runs }) => runs.failed },
      { name: figures.runsCancelled, unit: 'count', of: ({ runs }) => runs.cancelled },
      { name: figures.parallel, unit: 'share', of: ({ runs }) => parallelShare(runs) },
      { name: figures.escalations, unit: 'count', of: ({ runs }) => runs.escalations },
      { name: figures.context, unit: 'share', of: ({ runs }) => share(runs.contextHits, runs.contextHits + runs.contextMisses) },
      { name: figures.run50, unit: 'time', of: at(({ runs }) => runs.total, 0.5) },
      { name: figures.run95, unit: 'time', of: at(({ runs }) => runs.total, 0.95) },
    ],
  },
  {
    title: groups.calls,
    lines: [
      { name: figures.calls, unit: 'count', of: ({ calls }) => callCount(calls) },
      { name: figures.success, unit: 'share', of: ({ calls }) => successShare(calls) },
      { name: figures.failed, unit: 'count', of: ({ calls }) => calls.failed },
      { name: figures.replaced, unit: 'count', of: ({ calls }) => calls.replaced },
      { name: figures.cancelled, unit: 'count', of: ({ calls }) => calls.cancelled },
      { name: figures.lost, unit: 'count', of: ({ calls }) => calls.lost },
    ],
  },
  {
    title: groups.times,
    lines: [
      { name: figures.first50, unit: 'time', of: at(({ calls }) => calls.first, 0.5) },
      { name: figures.first95, unit: 'time', of: at(({ calls }) => calls.first, 0.95) },
      { name: figures.first99, unit: 'time', of: at(({ calls }) => calls.first, 0.99) },
      { name: figures.stream50, unit: 'time', of: at(({ calls }) => calls.stream, 0.5) },
      { name: figures.stream95, unit: 'time', of: at(({ calls }) => calls.stream, 0.95) },
      { name: figures.total50, unit: 'time', of: at(({ calls }) => calls.total, 0.5) },
      { name: figures.total95, unit: 'time', of: at(({ calls }) => calls.total, 0.95) },
      { name: figures.total99, unit: 'time', of: at(({ calls }) => calls.total, 0.99) },
    ],
  },
  {
    title: groups.tokens,
    lines: [
      ...(['input', 'cacheRead', 'cacheWrite', 'output', 'reasoning'] as const).map(
        (kind): Line => ({ name: kinds[kind], unit: 'tokens', of: ({ calls }) => calls[kind] }),
      ),
      { name: figures.cache, unit: 'share', of: ({ calls }) => cacheShare(calls) },
    ],
  },
  {
    title: groups.money,
    lines: [
      { name: figures.cost, unit: 'money', of: ({ calls }) => costOf(calls) },
      { name: figures.vendor, unit: 'money', of: ({ calls }) => calls.vendorMicros },
      { name: figures.each, unit: 'money', of: ({ calls, runs }) => share(calls.costMicros, runCount(runs)) },
    ],
  },
]

/** Every figure, beside that of the period that it is compared with, and how they differ. */
export function AllFigures({ total, before }: { readonly total: Tally; readonly before: Tally | null }) {
  return (
    <table className="dashboard-table dashboard-dense" aria-label={w.allFigures}>
      <thead>
        <tr>
          <th scope="col">{w.allFigures}</th>
          <th scope="col" className="w-28">
            {w.thisPeriod}
          </th>
          {before && (
            <>
              <th scope="col" className="w-28">
                {w.beforePeriod}
              </th>
              <th scope="col" className="w-28">
                {w.difference}
              </th>
            </>
          )}
        </tr>
      </thead>
      {SECTIONS.map(({ title, lines }) => (
        <tbody key={title}>
          <tr className="dashboard-section">
            <th scope="rowgroup" colSpan={before ? 4 : 2}>
              {title}
            </th>
          </tr>
          {lines.map(({ name, unit, of }) => {
            const now = of(total)
            const then = before && of(before)
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{text(now, unit)}</td>
                {before && (
                  <>
                    <td className="text-ink-2">{text(then, unit)}</td>
                    <td className="text-ink-2">{now === null || then === null ? '' : change(now, then, unit)}</td>
                  </>
                )}
              </tr>
            )
          })}
        </tbody>
      ))}
    </table>
  )
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function text(value: number | null, unit: Unit): string {
  if (value === null) return m.common.unknown
  switch (unit) {
    case 'count':
      return formatNumber(value)
    case 'share':
      return formatShare(value)
    case 'time':
      return durationText(value)
    case 'tokens':
      return formatTokens(value)
    case 'money':
      return formatMoney(Math.round(value))
  }
}

function change(now: number, then: number, unit: Unit): string {
  switch (unit) {
    case 'share':
      return shareChange(now, then)
    case 'time':
      return timeChange(now, then)
    case 'money':
      return moneyChange(Math.round(now), Math.round(then))
    default:
      return relativeChange(now, then) ?? ''
  }
}
