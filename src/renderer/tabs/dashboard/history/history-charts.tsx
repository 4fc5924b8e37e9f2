import { formatNumber, formatTokens } from '../../../../shared/format.ts'
import { type Histogram, percentile } from '../../../../shared/histogram.ts'
import type { MetricPoint, MetricsHistory } from '../../../../shared/metrics.ts'
import { callCount, type Tally } from '../../../../shared/tally.ts'
import { useShowRuns } from '../behind/show-runs.ts'
import type { ChartData, ChartRow } from '../charts/chart-data.ts'
import { ChartFigure } from '../charts/chart-figure.tsx'
import { rebin } from '../charts/rebin.ts'
import { Sparkline } from '../charts/sparkline.tsx'
import { durationText } from '../duration-text.ts'
import { spanText, stepText, tickText } from '../span-words.ts'
import { useDashboardPlace } from '../use-dashboard-place.ts'
import { w } from '../words.ts'

const KINDS = ['input', 'cacheRead', 'cacheWrite', 'output', 'reasoning'] as const

/** Times, calls and tokens over the period. */
export function HistoryCharts({ history }: { readonly history: MetricsHistory }) {
  const { filter } = useDashboardPlace()
  const showRuns = useShowRuns()
  const step = stepText(history)
  const pick = ({ at, to }: ChartRow) => showRuns({ from: at, to }, filter)
  const whole = filter.model === undefined ? 'runs' : 'calls'
  const failed = history.total.calls.failed + history.total.calls.lost
  return (
    <>
      <ChartFigure
        title={whole === 'runs' ? w.wholeAnswer : w.wholeCall}
        sentence={w.every(step)}
        data={timesOf(history, (tally) => tally[whole].total)}
        onPick={pick}
      />
      <ChartFigure title={w.firstText} sentence={w.every(step)} data={timesOf(history, ({ calls }) => calls.first)} onPick={pick} />
      <ChartFigure title={w.callsOverTime} sentence={w.callsSentence(formatNumber(failed), step)} data={callsOf(history)} onPick={pick} />
      <section aria-labelledby="dashboard-tokens">
        <h3 id="dashboard-tokens" className="text-13 leading-5 font-semibold">
          {w.tokensByKind}
        </h3>
        <ul>
          {KINDS.map((kind) => (
            <li
              key={kind}
              className="grid h-7 grid-cols-[minmax(0,1fr)_auto_5rem] items-center gap-3 border-t border-line first:border-t-0"
            >
              <span className="truncate text-ink-2">{w.kinds[kind]}</span>
              <Sparkline
                values={rebin(
                  history.points.filter(({ from }) => from <= Date.now()).map(({ tally }) => tally.calls[kind]),
                  28,
                )}
              />
              <span className="figures text-right">{formatTokens(history.total.calls[kind])}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function base(history: MetricsHistory, values: (point: MetricPoint) => ChartRow['values']) {
  return {
    rows: history.points.map((point) => ({ at: point.from, to: point.to, values: values(point) })),
    tick: (at: number) => tickText(at, history),
    when: ({ at, to }: ChartRow) => spanText({ from: at, to }),
  }
}

function timesOf(history: MetricsHistory, of: (tally: Tally) => Histogram): ChartData {
  return {
    ...base(history, ({ tally }) => ({ p50: percentile(of(tally), 0.5), p95: percentile(of(tally), 0.95) })),
    series: [
      { key: 'p95', name: w.series.p95, look: 'thin', named: true },
      { key: 'p50', name: w.series.p50, look: 'area', named: true },
    ],
    format: durationText,
  }
}

function callsOf(history: MetricsHistory): ChartData {
  return {
    ...base(history, ({ tally: { calls } }) =>
      callCount(calls) === 0
        ? { done: null, cancelled: null, failed: null }
        : { done: calls.done, failed: calls.failed + calls.lost, cancelled: calls.cancelled },
    ),
    series: [
      { key: 'done', name: w.series.done, look: 'bar' },
      { key: 'failed', name: w.series.failed, look: 'failed' },
    ],
    format: (value) => formatNumber(value),
    whole: true,
  }
}
