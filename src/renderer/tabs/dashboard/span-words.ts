import { formatClock, formatDate } from '../../../shared/format.ts'
import type { MetricsHistory } from '../../../shared/metrics.ts'
import { w } from './words.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** "14–20 November", "20 November, 09:15–10:15". Times in epoch ms; `to` is not part of the span. */
export function spanText({ from, to }: { from: number; to: number }): string {
  const last = to - 1
  const year = new Date(from).getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' as const }
  if (to - from < 20 * HOUR_MS)
    return `${formatDate(from, { day: 'numeric', month: 'long', ...year })}, ${formatClock(from)}\u2009–\u2009${formatClock(to)}`
  if (to - from <= DAY_MS + HOUR_MS && new Date(from).getHours() + new Date(from).getMinutes() > 0) {
    return `${formatDate(from, { day: 'numeric', month: 'short' })}, ${formatClock(from)}\u2009–\u2009${formatDate(last, { day: 'numeric', month: 'short', ...year })}, ${formatClock(to)}`
  }
  if (new Date(from).toDateString() === new Date(last).toDateString()) return formatDate(from, { day: 'numeric', month: 'long', ...year })
  const sameMonth = new Date(from).getMonth() === new Date(last).getMonth()
  return `${formatDate(from, sameMonth ? { day: 'numeric' } : { day: 'numeric', month: 'long' })}\u2009–\u2009${formatDate(last, { day: 'numeric', month: 'long', ...year })}`
}

/** How far apart the points of a history are, in words. */
export function stepText({ points }: Pick<MetricsHistory, 'points'>): string {
  const [point] = points
  const ms = point ? point.to - point.from : DAY_MS
  if (ms <= 60_000) return w.steps.minute
  if (ms < HOUR_MS) return w.steps.quarter
  if (ms === HOUR_MS) return w.steps.hour
  if (ms < 20 * HOUR_MS) return w.steps.hours
  const days = Math.round(ms / DAY_MS)
  return days === 1 ? w.steps.day : w.steps.days(days)
}

/** A point on the axis: a time of day, or a day. */
export function tickText(at: number, { from, to }: { from: number; to: number }): string {
  if (to - from <= DAY_MS + HOUR_MS) return formatClock(at)
  if (to - from <= 8 * DAY_MS) return formatDate(at, { weekday: 'short' })
  return formatDate(at, { day: 'numeric', month: 'short' })
}
