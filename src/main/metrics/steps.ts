import type { Period } from '../../shared/metrics.ts'
import type { Step } from './repository.ts'

const MINUTE_MS = 60_000
const QUARTER_MS = 15 * MINUTE_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How long rows of a step are kept, in ms; days are kept for good. */
export const KEPT_MS = { minute: 4 * DAY_MS, hour: 70 * DAY_MS } as const satisfies Record<Exclude<Step, 'day'>, number>

/** "All" has at most this many points, each of 1, 7, 28 … days. */
const MOST_DAYS = 120

/** Epoch ms of the start of the step that `at` lies in; hours and days are local, as people read them. */
export function startOf(step: Step, at: number): number {
  if (step === 'minute') return Math.floor(at / MINUTE_MS) * MINUTE_MS
  const date = new Date(at)
  if (step === 'day') return date.setHours(0, 0, 0, 0)
  return date.setMinutes(0, 0, 0)
}

/** What a history is read from, and the edges of its points (epoch ms): point i lies from `edges[i]` up to `edges[i + 1]`. */
export interface Span {
  readonly step: Step
  readonly edges: readonly number[]
}

/**
 * The edges of a period that ends with `now`, or `back` periods before. Hours and days roll; weeks are seven local days, months thirty.
 * Where the fine rows of an old period are gone, its points are coarser.
 */
export function spanOf(period: Period, back: number, now: number, firstDay: number | null): Span {
  switch (period) {
    case 'hour': {
      const to = nextMultiple(now, MINUTE_MS) - back * HOUR_MS
      const kept = to - HOUR_MS >= now - KEPT_MS.minute
      return kept ? { step: 'minute', edges: evenly(to - HOUR_MS, to, MINUTE_MS) } : byHours(startOf('hour', to), 1)
    }
    case 'day': {
      const to = nextMultiple(now, QUARTER_MS) - back * DAY_MS
      const kept = to - DAY_MS >= now - KEPT_MS.minute
      return kept ? { step: 'minute', edges: evenly(to - DAY_MS, to, QUARTER_MS) } : byHours(startOf('hour', to), 24)
    }
    case 'week': {
      const edges = localDays(now, 7, back, 8)
      return (edges[0] ?? 0) >= now - KEPT_MS.hour ? { step: 'hour', edges } : { step: 'day', edges: localDays(now, 7, back, 1) }
    }
    case 'month':
      return { step: 'day', edges: localDays(now, 30, back, 1) }
    case 'all': {
      const days = Math.max(7, Math.round((startOf('day', now) - startOf('day', firstDay ?? now)) / DAY_MS) + 1)
      let each = 1
      while (days / each > MOST_DAYS) each = each === 1 ? 7 : each * 4
      const edges = localDays(now, Math.ceil(days / each) * each, 0, 1)
      return { step: 'day', edges: edges.filter((_, index) => index % each === 0) }
    }
  }
}

function nextMultiple(at: number, ms: number): number {
  return Math.floor(at / ms) * ms + ms
}

function evenly(from: number, to: number, ms: number): number[] {
  return Array.from({ length: Math.round((to - from) / ms) + 1 }, (_, index) => from + index * ms)
}

function byHours(to: number, hours: number): Span {
  return { step: 'hour', edges: evenly(to - hours * HOUR_MS, to, HOUR_MS) }
}

/** Edges of `days` local days up to the end of today, or `back` times as many days before, each cut into `parts`; right over changes of the clock. */
function localDays(now: number, days: number, back: number, parts: number): number[] {
  const today = new Date(now)
  const first = today.getDate() + 1 - days * (back + 1)
  return Array.from({ length: days * parts + 1 }, (_, index) =>
    new Date(today.getFullYear(), today.getMonth(), first + Math.floor(index / parts), (24 / parts) * (index % parts)).getTime(),
  )
}
