import { useState } from 'react'
import { formatMoney, formatNumber, formatShare } from '../../../../shared/format.ts'
import { percentile } from '../../../../shared/histogram.ts'
import type { MetricGroup, MetricsHistory } from '../../../../shared/metrics.ts'
import { callCount, costOf, runCount, successShare, type Tally } from '../../../../shared/tally.ts'
import { m } from '../../../app/messages.ts'
import { Segment } from '../../../components/segment.tsx'
import { dimensionName } from '../dimension-name.ts'
import { durationText } from '../duration-text.ts'
import { useDashboardPlace } from '../use-dashboard-place.ts'
import { w } from '../words.ts'
import { SortHead, sorted, useSorting } from './sortable.tsx'

type Kind = 'strategy' | 'task' | 'orchestrator'
const KINDS = (['strategy', 'task', 'orchestrator'] as const).map((value) => ({ value, label: w.dimensions[value] }))

/** What a row shows: whole runs, or calls where one model is looked at alone, because runs are not told apart by model. */
function figuresOf({ calls, runs }: Tally, ofCalls: boolean) {
  const of = ofCalls ? calls : runs
  const count = ofCalls ? callCount(calls) : runCount(runs)
  const cost = costOf(calls)
  return {
    count,
    success: successShare(of),
    first: percentile(of.first, 0.95),
    p50: percentile(of.total, 0.5),
    p95: percentile(of.total, 0.95),
    each: cost === null || count === 0 ? null : Math.round(cost / count),
    cost,
  }
}
type Figures = ReturnType<typeof figuresOf>

/** Answers, times and cost by strategy, by kind of task or by orchestrator; the name leads to it alone. */
export function KindTable({ history }: { readonly history: MetricsHistory }) {
  const { filter, change } = useDashboardPlace()
  const [kind, setKind] = useState<Kind>('strategy')
  const sorting = useSorting('count')
  const ofCalls = filter.model !== undefined
  const rows = history.groups[kind].map((group) => ({ group, figures: figuresOf(group.tally, ofCalls) }))
  const slowest = Math.max(1, ...rows.map(({ figures }) => figures.p95 ?? 0))
  const sortValue = ({ group, figures }: { group: MetricGroup; figures: Figures }) =>
    sorting.by === 'name' ? dimensionName(kind, group.key) : (Object.entries(figures).find(([key]) => key === sorting.by)?.[1] ?? null)
  return (
    <div className="min-w-0">
      <Segment label={w.dimension} value={kind} options={KINDS} onChange={setKind} />
      <table className="dashboard-table dashboard-dense mt-1" aria-label={w.byDimension[kind]}>
        <thead>
          <tr>
            <SortHead id="name" sorting={sorting}>
              {w.byDimension[kind]}
            </SortHead>
            <SortHead id="count" sorting={sorting} className="w-18">
              {ofCalls ? w.columns.calls : w.columns.answers}
            </SortHead>
            <th scope="col" className="dashboard-trend w-29">
              {w.columns.range}
            </th>
            <SortHead id="success" sorting={sorting} className="w-20">
              {w.columns.success}
            </SortHead>
            <SortHead id="first" sorting={sorting} className="dashboard-wide w-22">
              {w.columns.first}
            </SortHead>
            <SortHead id="p50" sorting={sorting} className="dashboard-wide w-22">
              {w.columns.p50}
            </SortHead>
            <SortHead id="p95" sorting={sorting} className="w-18">
              {w.columns.p95}
            </SortHead>
            <SortHead id="each" sorting={sorting} className="dashboard-wide w-20">
              {w.columns.each}
            </SortHead>
            <SortHead id="cost" sorting={sorting} className="w-20">
              {w.columns.cost}
            </SortHead>
          </tr>
        </thead>
        <tbody>
          {sorted(rows, sortValue, sorting.down).map(({ group, figures }) => (
            <tr key={group.key}>
              <th scope="row">
                <button type="button" className="dashboard-link" onClick={() => change({ filter: { ...filter, [kind]: group.key } })}>
                  {dimensionName(kind, group.key)}
                </button>
              </th>
              <td>{formatNumber(figures.count)}</td>
              <td className="dashboard-trend">
                {figures.p50 !== null && figures.p95 !== null && <Range from={figures.p50 / slowest} to={figures.p95 / slowest} />}
              </td>
              <td>{figures.success === null ? m.common.unknown : formatShare(figures.success)}</td>
              <td className="dashboard-wide">{timeText(figures.first)}</td>
              <td className="dashboard-wide">{timeText(figures.p50)}</td>
              <td>{timeText(figures.p95)}</td>
              <td className="dashboard-wide">{figures.count === 0 ? m.common.unknown : formatMoney(figures.each)}</td>
              <td className={figures.cost === null ? 'text-ink-3' : ''}>{formatMoney(figures.cost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** From the median (full) to the 95th percentile (open), as shares of the slowest. */
function Range({ from, to }: { readonly from: number; readonly to: number }) {
  const [left, right] = [from, to].map((share) => `${4 + share * 92}%`)
  return (
    <svg aria-hidden className="dashboard-range">
      <line x1={left} x2={right} y1="50%" y2="50%" />
      <circle cx={left} cy="50%" r="4" />
      <circle cx={right} cy="50%" r="3.5" data-open />
    </svg>
  )
}

function timeText(ms: number | null): string {
  return ms === null ? m.common.unknown : durationText(ms)
}
