import { formatMoney, formatNumber, formatShare, formatTokens } from '../../../../shared/format.ts'
import { type Histogram, percentile } from '../../../../shared/histogram.ts'
import { ModelRef } from '../../../../shared/ids.ts'
import type { MetricGroup, MetricsHistory } from '../../../../shared/metrics.ts'
import { type CallTally, callCount, costOf, successShare, tokenCount } from '../../../../shared/tally.ts'
import { m } from '../../../app/messages.ts'
import { hueClass } from '../../../components/mark.tsx'
import { modelHue } from '../../../components/model-hue.ts'
import { useShowRuns } from '../behind/show-runs.ts'
import { rebin } from '../charts/rebin.ts'
import { Sparkline } from '../charts/sparkline.tsx'
import { durationText } from '../duration-text.ts'
import { useModelName } from '../model-look.ts'
import { useDashboardPlace } from '../use-dashboard-place.ts'
import { w } from '../words.ts'
import { SortHead, sorted, useSorting } from './sortable.tsx'

/** A model below this share of successes is marked. */
const LOW_SUCCESS = 0.985

const VALUES: Readonly<Record<string, (calls: CallTally) => number | null>> = {
  calls: callCount,
  success: successShare,
  first: ({ first }) => percentile(first, 0.95),
  p50: ({ total }) => percentile(total, 0.5),
  p95: ({ total }) => percentile(total, 0.95),
  p99: ({ total }) => percentile(total, 0.99),
  tokens: tokenCount,
  cost: costOf,
}

/** Calls, times, tokens and cost of each model; its name leads to the runs with it. */
export function ModelTable({ history }: { readonly history: MetricsHistory }) {
  const { filter } = useDashboardPlace()
  const nameOf = useModelName()
  const showRuns = useShowRuns()
  const sorting = useSorting('calls')
  const come = history.points.filter(({ from }) => from <= Date.now()).length
  const value = ({ key, tally }: MetricGroup) => (sorting.by === 'model' ? nameOf(key).label : (VALUES[sorting.by]?.(tally.calls) ?? null))
  // Hues are given in the core's order, whatever the table is sorted by.
  for (const { key } of history.groups.model) modelHue(key)
  return (
    <table className="dashboard-table" aria-label={w.byDimension.model}>
      <thead>
        <tr>
          <SortHead id="model" sorting={sorting}>
            {w.byDimension.model}
          </SortHead>
          <SortHead id="calls" sorting={sorting} className="w-16">
            {w.columns.calls}
          </SortHead>
          <th scope="col" className="dashboard-trend w-24">
            {w.columns.trend}
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
          <SortHead id="p95" sorting={sorting} className="w-16">
            {w.columns.p95}
          </SortHead>
          <SortHead id="p99" sorting={sorting} className="dashboard-wide w-16">
            {w.columns.p99}
          </SortHead>
          <SortHead id="tokens" sorting={sorting} className="dashboard-wide w-20">
            {w.columns.tokens}
          </SortHead>
          <SortHead id="cost" sorting={sorting} className="w-20">
            {w.columns.cost}
          </SortHead>
        </tr>
      </thead>
      <tbody>
        {sorted(history.groups.model, value, sorting.down).map((group) => {
          const { label, provider } = nameOf(group.key)
          const model = ModelRef.safeParse(group.key)
          return (
            <tr key={group.key} className={hueClass(modelHue(group.key))}>
              <th scope="row">
                <i aria-hidden className="dashboard-key" />
                <button
                  type="button"
                  className="dashboard-link"
                  aria-label={w.showRuns(label)}
                  onClick={() => showRuns(history, { ...filter, ...(model.success && { model: model.data }) })}
                >
                  {label}
                </button>{' '}
                <span className="text-ink-3">{provider}</span>
              </th>
              <Cells
                calls={group.tally.calls}
                trend={<Sparkline values={rebin(group.trend.slice(0, come), 28)} className="dashboard-spark-hue" />}
              />
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{w.allModels}</th>
          <Cells calls={history.total.calls} trend={null} />
        </tr>
      </tfoot>
    </table>
  )
}

function Cells({ calls, trend }: { readonly calls: CallTally; readonly trend: React.ReactNode }) {
  const success = successShare(calls)
  const cost = costOf(calls)
  return (
    <>
      <td>{formatNumber(callCount(calls))}</td>
      <td className="dashboard-trend">{trend}</td>
      <td className={success !== null && success < LOW_SUCCESS ? 'font-medium text-warn' : ''}>
        {success === null ? m.common.unknown : formatShare(success)}
      </td>
      <td className="dashboard-wide">{time(calls.first, 0.95)}</td>
      <td className="dashboard-wide">{time(calls.total, 0.5)}</td>
      <td>{time(calls.total, 0.95)}</td>
      <td className="dashboard-wide">{time(calls.total, 0.99)}</td>
      <td className="dashboard-wide">{formatTokens(tokenCount(calls))}</td>
      <td className={cost === null ? 'text-ink-3' : ''}>{formatMoney(cost)}</td>
    </>
  )
}

function time(histogram: Histogram, quantile: number): string {
  const ms = percentile(histogram, quantile)
  return ms === null ? m.common.unknown : durationText(ms)
}
