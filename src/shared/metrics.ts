import { z } from 'zod'
import { Histogram } from './histogram.ts'
import { ModelRef, RunId } from './ids.ts'
import { Micros } from './money.ts'
import { RunState } from './run.ts'
import { Tally } from './tally.ts'

export const Period = z.enum(['hour', 'day', 'week', 'month', 'all'])
export type Period = z.infer<typeof Period>

/** What figures are told apart by. */
export const Dimension = z.enum(['model', 'strategy', 'task', 'orchestrator'])
export type Dimension = z.infer<typeof Dimension>

/** Only calls and runs of these; what is left out is not looked at. Runs ask several models, so they are not told apart by model. */
export const MetricsFilter = z.object({
  model: ModelRef.optional(),
  strategy: z.string().max(80).optional(),
  task: z.string().max(80).optional(),
  orchestrator: z.string().max(80).optional(),
})
export type MetricsFilter = z.infer<typeof MetricsFilter>

/** `back`: how many periods before the one that ends now; 0 is the current one. */
export const HistoryQuery = z.object({
  period: Period,
  back: z.number().int().min(0).max(1000).default(0),
  filter: MetricsFilter.default({}),
})
export type HistoryQuery = z.infer<typeof HistoryQuery>

/** From `from` up to `to`, which is not part of it; epoch ms. */
export const MetricPoint = z.object({ from: z.number(), to: z.number(), tally: Tally })
export type MetricPoint = z.infer<typeof MetricPoint>

/** Calls and runs with one value of a dimension. `trend`: its calls at each point of the history. */
export const MetricGroup = z.object({ key: z.string(), tally: Tally, trend: z.array(z.number().int()) })
export type MetricGroup = z.infer<typeof MetricGroup>

export const MAX_POINTS = 500

/** Figures of a span of time, whole and in at most 500 steps. Most calls first in each table. */
export const MetricsHistory = z.object({
  period: Period,
  from: z.number(),
  to: z.number(),
  /** The first day with a call, in epoch ms; null where there never was one. */
  first: z.number().nullable(),
  total: Tally,
  points: z.array(MetricPoint),
  groups: z.record(Dimension, z.array(MetricGroup)),
})
export type MetricsHistory = z.infer<typeof MetricsHistory>

/** Which runs are behind a figure: those with a call that ended from `from` up to `to` (epoch ms) and that the filter leaves. */
export const BehindQuery = z.object({ from: z.number(), to: z.number(), filter: MetricsFilter.default({}) })
export type BehindQuery = z.infer<typeof BehindQuery>

/** The newest runs behind a figure, with their calls in this time, and how many there are in all. */
export const RunsBehind = z.object({
  total: z.number().int(),
  runs: z.array(
    z.object({
      id: RunId,
      title: z.string(),
      state: RunState,
      startedAt: z.number(),
      calls: z.number().int(),
      failed: z.number().int(),
      costMicros: Micros.nullable(),
    }),
  ),
})
export type RunsBehind = z.infer<typeof RunsBehind>

/** What each day of the month cost so far, and where that leads. Days are local; epoch ms. */
export const MonthSpend = z.object({
  from: z.number(),
  to: z.number(),
  now: z.number(),
  days: z.array(z.object({ at: z.number(), costMicros: Micros })),
  spentMicros: Micros,
  /** What the month costs if it goes on as it did; null while less than a day of it has passed. */
  paceMicros: Micros.nullable(),
})
export type MonthSpend = z.infer<typeof MonthSpend>

/** One second of the last five minutes, with one model, strategy and task. `at`: epoch ms of its start. */
export const LiveSecond = z.object({
  at: z.number(),
  model: ModelRef,
  strategy: z.string(),
  task: z.string(),
  asked: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  cancelled: z.number().int(),
  tokens: z.object({
    input: z.number().int(),
    cacheRead: z.number().int(),
    cacheWrite: z.number().int(),
    output: z.number().int(),
    reasoning: z.number().int(),
  }),
  costMicros: Micros,
  first: Histogram,
  total: Histogram,
})
export type LiveSecond = z.infer<typeof LiveSecond>

/** A call of the last five minutes, for its lane. Times in epoch ms. */
export const LiveCall = z.object({
  id: z.number().int(),
  runId: RunId,
  model: ModelRef,
  strategy: z.string(),
  task: z.string(),
  state: z.enum(['queued', 'asked', 'streaming', 'done', 'failed', 'cancelled']),
  /** When it began to wait or left. */
  startedAt: z.number(),
  firstTextAt: z.number().nullable(),
  endedAt: z.number().nullable(),
})
export type LiveCall = z.infer<typeof LiveCall>

/** A provider that was called in the last five minutes. `until`: when a resting one is tried again. */
export const EndpointHealth = z.object({
  provider: z.string(),
  name: z.string(),
  breaker: z.enum(['closed', 'half-open', 'open']),
  failures: z.number().int(),
  until: z.number().nullable(),
  inFlight: z.number().int(),
  queued: z.number().int(),
  /** Calls at a time. */
  places: z.number().int(),
})
export type EndpointHealth = z.infer<typeof EndpointHealth>

/** What has changed since the last one; the first of a stream, with `whole`, replaces what was known. */
export const LiveUpdate = z.object({
  whole: z.boolean(),
  now: z.number(),
  seconds: z.array(LiveSecond),
  calls: z.array(LiveCall),
  /** Calls that are not over; others that seem so never left, or went on elsewhere. */
  open: z.array(z.number().int()),
  endpoints: z.array(EndpointHealth),
  runsRunning: z.number().int(),
})
export type LiveUpdate = z.infer<typeof LiveUpdate>

/** How far back the live figures reach, in ms. */
export const LIVE_MS = 5 * 60_000
