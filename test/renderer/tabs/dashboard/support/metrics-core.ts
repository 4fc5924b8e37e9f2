import { createRouterClient, implement, ORPCError } from '@orpc/server'
import { contract } from '../../../../../src/shared/contract.ts'
import { ModelRef, RunId } from '../../../../../src/shared/ids.ts'
import type { BehindQuery, HistoryQuery, LiveUpdate, MetricGroup, MetricsHistory } from '../../../../../src/shared/metrics.ts'
import { emptyTally, type Tally } from '../../../../../src/shared/tally.ts'
import { channel } from '../../../support/channel.ts'
import { type ScriptedCore, scriptedCore } from '../../../support/scripted-core.ts'

export const HOUR = 3_600_000
export const NOON = new Date(2026, 4, 20, 12).getTime()

export type MetricsCore = ScriptedCore & {
  history: MetricsHistory
  /** Set: reading the history fails with this sentence. */
  refuse: string | null
  readonly asked: { readonly history: HistoryQuery[]; readonly behind: BehindQuery[] }
  readonly live: (update: Partial<LiveUpdate>) => void
  /** How many pages follow the live figures. */
  readonly followers: () => number
}

export function tallyOf(calls: Partial<Tally['calls']>, runs: Partial<Tally['runs']> = {}): Tally {
  const empty = emptyTally()
  return { calls: { ...empty.calls, ...calls }, runs: { ...empty.runs, ...runs } }
}

export function group(key: string, tally: Tally): MetricGroup {
  return { key, tally, trend: [1, 2] }
}

export function historyOf(change: Partial<MetricsHistory> = {}): MetricsHistory {
  const groups = { model: [], strategy: [], task: [], orchestrator: [] }
  return { period: 'week', from: NOON - 2 * HOUR, to: NOON, first: NOON - 5 * HOUR, total: emptyTally(), points: [], groups, ...change }
}

/** A scripted core that has figures. */
export function metricsCore(history: MetricsHistory): MetricsCore {
  const scripted = scriptedCore()
  const os = implement(contract)
  const streams = new Set<ReturnType<typeof channel<LiveUpdate>>>()
  const asked: MetricsCore['asked'] = { history: [], behind: [] }
  const metrics = createRouterClient({
    history: os.metrics.history.handler(({ input }) => {
      asked.history.push(input)
      if (core.refuse === null) return core.history
      throw new ORPCError('TUTTI', { message: core.refuse, data: { code: 'internal', message: core.refuse, retryable: false } })
    }),
    behind: os.metrics.behind.handler(({ input }) => {
      asked.behind.push(input)
      const run = {
        id: RunId.parse('r1'),
        title: 'What is 17 × 23?',
        state: 'done' as const,
        startedAt: NOON,
        calls: 3,
        failed: 1,
        costMicros: 700,
      }
      return { total: 1, runs: [run] }
    }),
    month: os.metrics.month.handler(() => ({
      from: NOON,
      to: NOON + 30 * 24 * HOUR,
      now: NOON,
      days: [],
      spentMicros: 0,
      paceMicros: null,
    })),
    live: os.metrics.live.handler(async function* ({ signal }) {
      const stream = channel<LiveUpdate>(signal)
      streams.add(stream)
      signal?.addEventListener('abort', () => streams.delete(stream), { once: true })
      yield* stream.read()
    }),
  })
  const core: MetricsCore = Object.assign(scripted, {
    client: new Proxy(scripted.client, { get: (client, key) => (key === 'metrics' ? metrics : Reflect.get(client, key)) }),
    history,
    refuse: null,
    asked,
    live: (change: Partial<LiveUpdate>) => {
      const update = { whole: true, now: Date.now(), seconds: [], calls: [], open: [], endpoints: [], runsRunning: 0, ...change }
      for (const stream of streams) stream.push(update)
    },
    followers: () => streams.size,
  })
  return core
}

export const GPT = ModelRef.parse('openai/gpt-5')
export const CLAUDE = ModelRef.parse('anthropic/claude-sonnet-4-5')
