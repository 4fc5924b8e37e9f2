import type { MonthSpend } from '../../shared/metrics.ts'
import type { MetricRow } from './repository.ts'

const DAY_MS = 86_400_000

/** Epoch ms of the first and the last edge of the local month of `now`. */
export function monthOf(now: number): { from: number; to: number } {
  const date = new Date(now)
  return {
    from: new Date(date.getFullYear(), date.getMonth(), 1).getTime(),
    to: new Date(date.getFullYear(), date.getMonth() + 1, 1).getTime(),
  }
}

/** What each day up to today cost, from rows by day, and what the month costs at its mean so far. */
export function monthSpend(rows: readonly MetricRow[], now: number): MonthSpend {
  const { from, to } = monthOf(now)
  const first = new Date(from)
  const days = Array.from({ length: new Date(now).getDate() }, (_, index) => {
    const at = new Date(first.getFullYear(), first.getMonth(), index + 1).getTime()
    const next = new Date(first.getFullYear(), first.getMonth(), index + 2).getTime()
    const within = rows.filter((row) => row.at >= at && row.at < next)
    return { at, costMicros: within.reduce((sum, { tally }) => sum + tally.calls.costMicros, 0) }
  })
  const spentMicros = days.reduce((sum, { costMicros }) => sum + costMicros, 0)
  const passedMs = now - from
  const paceMicros = passedMs < DAY_MS ? null : Math.round((spentMicros * (to - from)) / passedMs)
  return { from, to, now, days, spentMicros, paceMicros }
}
