import { percentile } from './histogram.ts'
import type { MetricsHistory } from './metrics.ts'
import { callCount, costOf, parallelShare, runCount, successShare, type Tally } from './tally.ts'

/** A line of an export: figures of the whole (`all`), of one step of time (`step`), or of one model, strategy, task or orchestrator. */
export type ExportRow = Readonly<Record<string, string | number | null>>

/** Every figure of a history as flat rows: times as ISO 8601, money in micro-dollars, durations in ms. Unknown is null. */
export function exportRows({ from, to, total, points, groups }: MetricsHistory): ExportRow[] {
  const row = (scope: string, name: string, span: { from: number; to: number }, tally: Tally): ExportRow => ({
    scope,
    name,
    from: new Date(span.from).toISOString(),
    to: new Date(span.to).toISOString(),
    ...figures(tally),
  })
  return [
    row('all', '', { from, to }, total),
    ...points.map((point) => row('step', '', point, point.tally)),
    ...Object.entries(groups).flatMap(([scope, members]) => members.map(({ key, tally }) => row(scope, key, { from, to }, tally))),
  ]
}

/** RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvOf(rows: readonly ExportRow[]): string {
  const columns = Object.keys(rows[0] ?? {})
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map((cells) => cells.map(cell).join(',')).join('\r\n')
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function figures({ calls, runs }: Tally): ExportRow {
  return {
    calls: callCount(calls),
    calls_done: calls.done,
    calls_failed: calls.failed,
    calls_replaced: calls.replaced,
    calls_cancelled: calls.cancelled,
    calls_lost: calls.lost,
    success: round(successShare(calls), 4),
    input_tokens: calls.input,
    cache_read_tokens: calls.cacheRead,
    cache_write_tokens: calls.cacheWrite,
    output_tokens: calls.output,
    reasoning_tokens: calls.reasoning,
    cost_micros: costOf(calls),
    vendor_cost_micros: calls.vendorMicros,
    ...percentiles('first_token', calls.first),
    ...percentiles('stream', calls.stream),
    ...percentiles('total', calls.total),
    runs: runCount(runs),
    runs_done: runs.done,
    runs_failed: runs.failed,
    runs_cancelled: runs.cancelled,
    runs_cost_micros: runs.costMicros,
    ...percentiles('run_first_token', runs.first),
    ...percentiles('run_total', runs.total),
    escalations: runs.escalations,
    context_hits: runs.contextHits,
    context_misses: runs.contextMisses,
    parallel: round(parallelShare(runs), 4),
  }
}

function percentiles(name: string, histogram: Tally['calls']['first']): ExportRow {
  const at = (quantile: number) => round(percentile(histogram, quantile), 1)
  return { [`${name}_p50_ms`]: at(0.5), [`${name}_p95_ms`]: at(0.95), [`${name}_p99_ms`]: at(0.99) }
}

function round(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits))
}
