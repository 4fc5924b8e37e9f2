import { formatDuration, formatMoney, formatShare, formatTokens } from '../../../shared/format.ts'
import { percentile } from '../../../shared/histogram.ts'
import type { Dimension, MetricGroup, MetricsHistory } from '../../../shared/metrics.ts'
import { csvOf, exportRows } from '../../../shared/metrics-export.ts'
import { callCount, costOf, runCount, successShare, type Tally, tokenCount } from '../../../shared/tally.ts'
import type { Seat } from '../core/seat.ts'
import type { StatsArguments } from './arguments.ts'
import { EXIT_CODES } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

const HEAD = ['', 'runs', 'calls', 'success', 'first p95', 'total p50', 'p95', 'p99', 'tokens', 'cost']
const TABLES: readonly (readonly [Dimension, string])[] = [
  ['model', 'Model'],
  ['strategy', 'Strategy'],
  ['task', 'Task'],
  ['orchestrator', 'Orchestrator'],
]
const UNKNOWN = '–'

/** Prints the figures of a period: tables for a person, CSV or JSON for a program. */
export async function stats({ period, format }: StatsArguments, seat: Seat, terminal: Terminal): Promise<number> {
  const client = await seat.connect()
  const history = await client.metrics.history({ period })
  if (format === 'csv') terminal.out(`${csvOf(exportRows(history))}\r\n`)
  else if (format === 'json') terminal.out(`${JSON.stringify({ period, rows: exportRows(history) })}\n`)
  else terminal.out(`${tables(history)}\n`)
  return EXIT_CODES.answered.code
}

function tables({ groups, total, from, to }: MetricsHistory): string {
  const shown = TABLES.filter(([dimension]) => groups[dimension].length > 0)
  const rows = shown.flatMap(([dimension, name]) => [
    [name, ...HEAD.slice(1)],
    ...groups[dimension].map((group) => rowOf(dimension, group)),
    [],
  ])
  const all = [...rows, ['All', ...cells(total, false)]]
  const widths = HEAD.map((_, column) => Math.max(0, ...all.map((row) => row[column]?.length ?? 0)))
  const lines = all.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0, column))
      .join('  ')
      .trimEnd(),
  )
  return [`${local(from)} to ${local(to)}`, '', ...lines].join('\n')
}

function rowOf(dimension: Dimension, { key, tally }: MetricGroup): string[] {
  return [key === '' ? 'other' : key, ...cells(tally, dimension === 'model')]
}

function cells({ calls, runs }: Tally, ofModel: boolean): string[] {
  const success = successShare(calls)
  const time = (histogram: Tally['calls']['total'], quantile: number) => {
    const ms = percentile(histogram, quantile)
    return ms === null ? UNKNOWN : formatDuration(ms)
  }
  return [
    ofModel ? UNKNOWN : String(runCount(runs)),
    String(callCount(calls)),
    success === null ? UNKNOWN : formatShare(success),
    time(calls.first, 0.95),
    time(calls.total, 0.5),
    time(calls.total, 0.95),
    time(calls.total, 0.99),
    formatTokens(tokenCount(calls)),
    formatMoney(costOf(calls)),
  ]
}

function padded(text: string, width: number, column: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width)
}

function local(at: number): string {
  return new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
}
