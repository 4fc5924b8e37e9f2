import { eventIterator } from '@orpc/contract'
import { BehindQuery, HistoryQuery, LiveUpdate, MetricsHistory, MonthSpend, RunsBehind } from '../metrics.ts'
import { base } from './base.ts'

/** Figures of calls and runs. */
export const metricsContract = {
  history: base.input(HistoryQuery).output(MetricsHistory),
  /** The runs that a figure counts. */
  behind: base.input(BehindQuery).output(RunsBehind),
  month: base.output(MonthSpend),
  /** The last five minutes whole, then what changes, at most once a second; silent while nothing does. */
  live: base.output(eventIterator(LiveUpdate)),
}
