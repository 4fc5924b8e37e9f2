import { formatMoney, formatNumber, formatShare, formatTokens } from '../../../../shared/format.ts'
import { percentile } from '../../../../shared/histogram.ts'
import type { MetricPoint, MetricsHistory } from '../../../../shared/metrics.ts'
import { cacheShare, callCount, costOf, runCount, successShare } from '../../../../shared/tally.ts'
import { m } from '../../../app/messages.ts'
import { mergePoints } from '../charts/merge-points.ts'
import { Sparkline } from '../charts/sparkline.tsx'
import { durationText } from '../duration-text.ts'
import { useDashboardPlace } from '../use-dashboard-place.ts'
import { w } from '../words.ts'
import { moneyChange, relativeChange, timeChange } from './difference.ts'

/** A small line of more points is a scribble. */
const SPARK_POINTS = 15

/** The part that stands out, and the rest. */
type Note = readonly [string, string]
type FigureProps = {
  readonly name: string
  readonly value: string
  readonly values: readonly (number | null)[]
  readonly before: readonly (number | null)[] | null
  readonly note: Note | null
  readonly spread?: boolean
}

/** Six figures of the period: what they are, how they went, and how they differ from the period that they are compared with. */
export function FiguresStrip({ history, before }: { readonly history: MetricsHistory; readonly before: MetricsHistory | null }) {
  const { period, compare, filter } = useDashboardPlace()
  const { calls, runs } = history.total
  const than = compare === 1 ? w.before[period] : compare === 2 ? w.beforeThat[period] : w.aWeekBefore
  const note = (change: string | null): Note | null =>
    change === null || !before ? null : change === '' ? w.same(than) : w.than(change, than)
  const points = mergePoints(history.points, SPARK_POINTS)
  const old = before && mergePoints(before.points, SPARK_POINTS)
  const now = Date.now()
  const over = (value: (point: MetricPoint) => number | null) => ({
    values: points.map((point) => (point.from > now ? null : value(point))),
    before: old?.map(value) ?? null,
  })
  const times = (value: (total: MetricsHistory['total']) => number | null): { value: string; note: Note | null } => {
    const now = value(history.total)
    const then = before ? value(before.total) : null
    return {
      value: now === null ? m.common.unknown : durationText(now),
      note: now === null || then === null ? null : note(timeChange(now, then)),
    }
  }
  const whole = filter.model === undefined ? 'runs' : 'calls'
  const success = successShare(calls)
  const cost = costOf(calls)
  const failed = calls.failed + calls.lost
  const cache = cacheShare(calls)
  const figures: readonly FigureProps[] = [
    {
      name: w.answers,
      value: filter.model === undefined ? formatNumber(runCount(runs)) : m.common.unknown,
      ...over(({ tally }) => runCount(tally.runs)),
      note: filter.model === undefined ? note(before && relativeChange(runCount(runs), runCount(before.total.runs))) : ['', w.callsAlone],
    },
    {
      name: w.callsSucceeded,
      value: success === null ? m.common.unknown : formatShare(success),
      ...over(({ tally }) => successShare(tally.calls)),
      spread: true,
      note: failed === 0 ? w.noneFailed(callCount(calls)) : w.failedOf(failed, callCount(calls), calls.replaced),
    },
    {
      name: w.firstP95,
      ...over(({ tally }) => percentile(tally.calls.first, 0.95)),
      ...times((total) => percentile(total.calls.first, 0.95)),
    },
    {
      name: whole === 'runs' ? w.totalP95 : w.callP95,
      ...over(({ tally }) => percentile(tally[whole].total, 0.95)),
      ...times((total) => percentile(total[whole].total, 0.95)),
    },
    {
      name: w.cost,
      value: formatMoney(cost),
      ...over(({ tally }) => tally.calls.costMicros),
      note: before && cost !== null ? note(moneyChange(cost, before.total.calls.costMicros)) : null,
    },
    {
      name: w.cacheHits,
      value: cache === null ? m.common.unknown : formatShare(cache),
      ...over(({ tally }) => cacheShare(tally.calls)),
      note: w.cacheTokens(formatTokens(calls.cacheRead)),
    },
  ]
  return (
    <ul className="dashboard-strip mt-2">
      {figures.map((figure) => (
        <Figure key={figure.name} {...figure} />
      ))}
    </ul>
  )
}

function Figure({ name, value, values, before, note, spread = false }: FigureProps) {
  return (
    <li>
      <span className="col-span-full text-12 text-ink-2">{name}</span>
      <b className="figures text-22 leading-8 font-medium tracking-[-0.012em]">{value}</b>
      <Sparkline values={values} before={before} spread={spread} />
      <span className="figures col-span-full min-h-4 truncate text-12 text-ink-3">
        {note && (
          <>
            <em className="font-medium text-ink-2 not-italic">{note[0]}</em>
            {note[1]}
          </>
        )}
      </span>
    </li>
  )
}
