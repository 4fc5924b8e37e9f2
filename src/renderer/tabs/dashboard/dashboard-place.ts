import { z } from 'zod'
import { MetricsFilter as Filter, type MetricsFilter, Period } from '../../../shared/metrics.ts'

/** What the dashboard shows: which period, how many before the current one, what it is compared with, and what is looked at alone. */
export type DashboardPlace = {
  readonly period: Period
  readonly back: number
  /** How many periods before the shown one the other lies; 0: none is compared. */
  readonly compare: number
  readonly filter: MetricsFilter
}

const DEFAULT: DashboardPlace = { period: 'week', back: 0, compare: 1, filter: {} }
const Count = z.coerce.number().int().min(0).max(1000)

/** Reads "period=day&back=1&model=openai%2Fgpt-5"; what cannot be read is as at first. */
export function parseDashboardPlace(text: string): DashboardPlace {
  const fields = Object.fromEntries(new URLSearchParams(text))
  const period = Period.safeParse(fields.period)
  const back = Count.safeParse(fields.back ?? DEFAULT.back)
  const compare = Count.safeParse(fields.compare ?? DEFAULT.compare)
  const filter = Filter.safeParse(fields)
  return {
    period: period.success ? period.data : DEFAULT.period,
    back: back.success ? back.data : DEFAULT.back,
    compare: compare.success ? compare.data : DEFAULT.compare,
    filter: filter.success ? filter.data : {},
  }
}

export function formatDashboardPlace({ period, back, compare, filter }: DashboardPlace): string {
  const fields = new URLSearchParams()
  if (period !== DEFAULT.period) fields.set('period', period)
  if (back !== DEFAULT.back) fields.set('back', String(back))
  if (compare !== DEFAULT.compare) fields.set('compare', String(compare))
  for (const [dimension, value] of Object.entries(filter)) if (value !== undefined) fields.set(dimension, value)
  return fields.toString()
}
