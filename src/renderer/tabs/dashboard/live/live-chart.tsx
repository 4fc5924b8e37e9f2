import { useMemo } from 'react'
import { formatClock, formatNumber, formatTokens } from '../../../../shared/format.ts'
import { addHistogram, type Histogram, percentile } from '../../../../shared/histogram.ts'
import { LIVE_MS, type LiveSecond } from '../../../../shared/metrics.ts'
import { useShowRuns } from '../behind/show-runs.ts'
import type { ChartData, Series } from '../charts/chart-data.ts'
import { ChartFigure } from '../charts/chart-figure.tsx'
import { durationText } from '../duration-text.ts'
import { w } from '../words.ts'

export type LiveView = 'rate' | 'tokens' | 'times'

/** Of a single second there are too few calls for a percentile. */
const TIMES_STEP_MS = 15_000

/** The last five minutes by second. */
export function LiveChart({
  view,
  seconds,
  now,
}: {
  readonly view: LiveView
  readonly seconds: readonly LiveSecond[]
  readonly now: number
}) {
  const showRuns = useShowRuns()
  const data = useMemo(() => chartOf(view, seconds, Math.floor(now / 1000) * 1000), [view, seconds, now])
  const sentence = view === 'rate' ? w.rateSentence : view === 'tokens' ? w.tokensSentence : w.timesSentence
  return (
    <ChartFigure low title={w.views[view]} sentence={sentence} data={data} onPick={({ at, to }) => showRuns({ from: at - 1000, to }, {})} />
  )
}

function chartOf(view: LiveView, seconds: readonly LiveSecond[], to: number): ChartData {
  const step = view === 'times' ? TIMES_STEP_MS : 1000
  const count = LIVE_MS / step
  const cells = Map.groupBy(seconds, ({ at }) => count - 1 - Math.floor((to - at) / step))
  const rows = Array.from({ length: count }, (_, index) => {
    const at = to - (count - 1 - index) * step
    return { at, to: at + step, values: values(view, cells.get(index) ?? []) }
  })
  return {
    rows,
    series: SERIES[view],
    format: view === 'times' ? durationText : view === 'tokens' ? (value) => formatTokens(value) : (value) => formatNumber(value),
    whole: view !== 'times',
    tick: (at) => formatClock(at),
    when: ({ at }) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
  }
}

const SERIES: Readonly<Record<LiveView, readonly Series[]>> = {
  rate: [
    { key: 'done', name: w.series.done, look: 'bar' },
    { key: 'failed', name: w.series.failed, look: 'failed' },
  ],
  tokens: [{ key: 'tokens', name: w.tokensASecond, look: 'bar' }],
  times: [
    { key: 'total', name: w.series.total, look: 'area', named: true },
    { key: 'first', name: w.series.first, look: 'thin', named: true },
  ],
}

function values(view: LiveView, cells: readonly LiveSecond[]): Record<string, number | null> {
  if (cells.length === 0) return {}
  const sum = (of: (cell: LiveSecond) => number) => cells.reduce((total, cell) => total + of(cell), 0)
  switch (view) {
    case 'rate':
      return { done: sum(({ done, cancelled }) => done + cancelled), failed: sum(({ failed }) => failed) }
    case 'tokens':
      return { tokens: sum(({ tokens }) => Object.values(tokens).reduce((total, count) => total + count, 0)) }
    case 'times':
      return {
        total: percentile(merged(cells.map(({ total }) => total)), 0.95),
        first: percentile(merged(cells.map(({ first }) => first)), 0.95),
      }
  }
}

function merged(histograms: readonly Histogram[]): Histogram {
  const all: Histogram = {}
  for (const histogram of histograms) addHistogram(all, histogram)
  return all
}
