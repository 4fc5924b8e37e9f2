import { eventIterator } from '@orpc/contract'
import { HistoryQuery, LiveUpdate, MetricsHistory, MonthSpend } from '../metrics.ts'
import { base } from './base.ts'

/** Figures of calls and runs. */
export const metricsContract = {
  history: base.input(HistoryQuery).output(MetricsHistory),
  month: base.output(MonthSpend),
  /** The last five minutes whole, then what changes, at most once a second; silent while nothing does. */
  live: base.output(eventIterator(LiveUpdate)),
}
