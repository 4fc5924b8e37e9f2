import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { countOf, percentile } from '../../src/shared/histogram.ts'
import { ModelRef } from '../../src/shared/ids.ts'
import { HistoryQuery, type MetricsHistory } from '../../src/shared/metrics.ts'
import { callCount, parallelShare } from '../../src/shared/tally.ts'
import { journalSums } from './journal-sums.ts'
import { addRun, DAY, HOUR, MINUTE, NOON, openMetrics } from './support.ts'

const GPT = ModelRef.parse('openai/gpt-5')
const CLAUDE = ModelRef.parse('anthropic/claude-sonnet-4-5')

function query(period: HistoryQuery['period'], filter: HistoryQuery['filter'] = {}, back = 0): HistoryQuery {
  return HistoryQuery.parse({ period, filter, back })
}

async function open(options: Parameters<typeof openMetrics>[0] = {}) {
  const opened = await openMetrics(options)
  onTestFinished(opened.close)
  return opened
}

/** The figures of a history that the journal's attempts can be asked for too. */
function sumsOf({ total: { calls } }: MetricsHistory) {
  const { done, failed, cancelled, lost, input, cacheRead, cacheWrite, output, reasoning, costMicros } = calls
  return { done, failed, cancelled, lost, input, cacheRead, cacheWrite, output, reasoning, costMicros }
}

describe('B15 the history', () => {
  test('equals what the journal’s attempts add up to, in every period, whatever happened when', async () => {
    const attempt = fc.record({
      ago: fc.integer({ min: 0, max: 20 * DAY }),
      ms: fc.integer({ min: 1, max: 60_000 }),
      state: fc.constantFrom('done' as const, 'failed' as const, 'cancelled' as const, 'lost' as const),
      model: fc.constantFrom(GPT, CLAUDE),
      costMicros: fc.option(fc.integer({ min: 0, max: 90_000 }), { nil: null }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(attempt, { minLength: 1, maxLength: 5 }), { maxLength: 12 }), async (runs) => {
        const opened = await openMetrics()
        try {
          for (const [number, attempts] of runs.entries()) {
            const ended = attempts.map(({ ago, ms, ...rest }) => ({ ...rest, endedAt: NOON - ago, startedAt: NOON - ago - ms }))
            await addRun(opened, `r${number}`, ended)
            // Sometimes counted in between, sometimes all at once.
            if (number % 3 === 0) await opened.metrics.count()
          }
          for (const period of ['hour', 'day', 'week', 'month', 'all'] as const) {
            const history = await opened.metrics.history(query(period))
            expect(sumsOf(history), period).toEqual(journalSums(opened.home, `ended_at >= ${history.from} AND ended_at < ${history.to}`))
            const byModel = history.groups.model.reduce((sum, { tally }) => sum + callCount(tally.calls), 0)
            expect(byModel).toBe(callCount(history.total.calls))
            expect(history.points.reduce((sum, { tally }) => sum + tally.calls.costMicros, 0)).toBe(history.total.calls.costMicros)
            expect(history.points.length).toBeLessThanOrEqual(500)
          }
        } finally {
          await opened.close()
        }
      }),
      { numRuns: 12 },
    )
  })

  test('is whole after the process was gone before anything was counted, and counts nothing twice', async () => {
    const first = await openMetrics()
    await addRun(
      first,
      'r1',
      [
        { endedAt: NOON - 5000, model: GPT },
        { endedAt: NOON - 4000, model: CLAUDE },
      ],
      { at: NOON - 3900 },
    )
    await first.metrics.count()
    await addRun(first, 'r2', [{ endedAt: NOON - 3000, model: GPT, state: 'failed' }], { at: NOON - 2900, state: 'failed' })
    // The process goes without counting the second run.
    await first.store.close()

    const again = await open({ home: first.home })
    const history = await again.metrics.history(query('hour'))
    expect(sumsOf(history)).toEqual(journalSums(again.home))
    expect(history.total.runs).toMatchObject({ done: 1, failed: 1 })
    expect(await again.metrics.history(query('hour'))).toEqual(history)
  })

  test('counts an attempt that is committed long after it ended in the minute in which it ended', async () => {
    const opened = await open()
    await addRun(opened, 'r1', [{ endedAt: NOON - 2 * MINUTE }])
    await opened.metrics.count()
    await addRun(opened, 'r2', [{ endedAt: NOON - 20 * MINUTE, model: CLAUDE }])
    const { points } = await opened.metrics.history(query('hour'))
    const minutes = points.flatMap(({ from, tally }) => (callCount(tally.calls) > 0 ? [(NOON - 30_000 - from) / MINUTE] : []))
    expect(minutes).toEqual([20, 2])
  })

  test('counts an attempt once although later commits save it again', async () => {
    const opened = await open()
    const endedAt = NOON - 1000
    const runId = await addRun(opened, 'r1', [{ path: 'm1/model/0', endedAt, state: 'failed' }])
    const { attempts } = (await opened.store.journal.history(runId)) ?? { attempts: [] }
    await opened.store.journal.commit({ runId, attempts: [...attempts] })
    await opened.metrics.count()
    await opened.store.journal.commit({ runId, attempts: [...attempts] })
    expect((await opened.metrics.history(query('hour'))).total.calls.failed).toBe(1)
  })

  test('tells what failed and was made up for from what failed for good', async () => {
    const opened = await open()
    await addRun(opened, 'r1', [
      { path: 'm1/model/0', number: 1, state: 'failed', endedAt: NOON - 4000 },
      { path: 'm1/model/0', number: 2, state: 'done', endedAt: NOON - 2000 },
      { path: 'm2/model/0', state: 'failed', endedAt: NOON - 1000 },
    ])
    expect((await opened.metrics.history(query('hour'))).total.calls).toMatchObject({ done: 1, failed: 2, replaced: 1 })
  })

  test('takes percentiles from all calls of the period', async () => {
    const opened = await open()
    const took = [...Array.from({ length: 95 }, () => 1000), ...Array.from({ length: 5 }, () => 20_000)]
    for (const [number, ms] of took.entries()) {
      const endedAt = NOON - number * 20_000
      await addRun(opened, `r${number}`, [{ endedAt, startedAt: endedAt - ms, firstTokenMs: ms / 4 }])
    }
    const { calls } = (await opened.metrics.history(query('hour'))).total
    const about = (value: number) => [value * 0.98, value * 1.02] as const
    for (const [histogram, quantile, exact] of [
      [calls.total, 0.5, 1000],
      [calls.total, 0.95, 1000],
      [calls.total, 0.99, 20_000],
      [calls.first, 0.99, 5000],
      [calls.stream, 0.5, 750],
    ] as const) {
      const [least, most] = about(exact)
      expect(percentile(histogram, quantile)).toBeGreaterThanOrEqual(least)
      expect(percentile(histogram, quantile)).toBeLessThanOrEqual(most)
    }
    expect(countOf(calls.total)).toBe(100)
  })

  test('shows the times of runs, how much ran at once, and how far a cascade had to go', async () => {
    const opened = await open()
    const runId = await addRun(
      opened,
      'r1',
      [
        { startedAt: NOON - 10_000, endedAt: NOON - 6000, firstTokenMs: 500 },
        { startedAt: NOON - 10_000, endedAt: NOON - 8000, firstTokenMs: 200 },
        { startedAt: NOON - 5000, endedAt: NOON - 3000 },
      ],
      null,
    )
    const used = { type: 'context-used' as const, hits: 6, misses: 2 }
    const finished = { type: 'run-finished' as const, state: 'done' as const, outcome: null, error: null, costMicros: 900 }
    await opened.store.journal.commit({
      runId,
      events: [
        { seq: 2, at: NOON, ...used },
        { seq: 3, at: NOON - 3000, ...finished },
      ],
    })
    const { runs } = (await opened.metrics.history(query('hour'))).total
    expect(runs).toMatchObject({ done: 1, costMicros: 900, contextHits: 6, contextMisses: 2, busyMs: 6000, togetherMs: 2000 })
    expect(parallelShare(runs)).toBeCloseTo(1 / 3)
    expect(percentile(runs.first, 0.5)).toBeCloseTo(200, -1)
    expect(percentile(runs.total, 0.5)).toBeCloseTo(7000, -3)
    // The records' strategy is a vote, where whoever comes later was not escalated to.
    expect(runs.escalations).toBe(0)
  })

  test('can be looked at by model, strategy, task and orchestrator', async () => {
    const opened = await open()
    await addRun(
      opened,
      'r1',
      [
        { endedAt: NOON - 1000, model: GPT },
        { endedAt: NOON - 900, model: CLAUDE },
      ],
      { at: NOON - 800 },
    )
    const { groups } = await opened.metrics.history(query('hour'))
    expect(groups.model.map(({ key }) => key)).toEqual([CLAUDE, GPT])
    expect(groups.strategy.map(({ key, tally }) => [key, tally.runs.done])).toEqual([['voting', 1]])
    expect(groups.task.map(({ key }) => key)).toEqual(['math'])
    expect(groups.orchestrator.map(({ key }) => key)).toEqual(['voting'])
    expect(callCount((await opened.metrics.history(query('hour', { model: GPT }))).total.calls)).toBe(1)
    expect(callCount((await opened.metrics.history(query('hour', { strategy: 'cascade' }))).total.calls)).toBe(0)
  })

  test('goes back to earlier periods, also where their minutes are gone', async () => {
    const opened = await open()
    await addRun(opened, 'r1', [{ endedAt: NOON - 9 * DAY }])
    await addRun(opened, 'r2', [{ endedAt: NOON - 30 * MINUTE }])
    const calls = async (period: HistoryQuery['period'], back: number) =>
      callCount((await opened.metrics.history(query(period, {}, back))).total.calls)
    expect([await calls('week', 0), await calls('week', 1), await calls('week', 2)]).toEqual([1, 1, 0])
    expect([await calls('day', 8), await calls('day', 9), await calls('day', 10)].reduce((sum, count) => sum + count)).toBe(1)
    expect(await calls('all', 0)).toBe(2)
  })

  test('names the runs that a figure counts', async () => {
    const opened = await open()
    await addRun(opened, 'r1', [
      { endedAt: NOON - 1000, model: GPT },
      { endedAt: NOON - 900, model: CLAUDE, state: 'failed' },
    ])
    await addRun(opened, 'r2', [{ endedAt: NOON - 2 * HOUR, model: GPT }])
    await addRun(opened, 'r3', [{ endedAt: NOON - 500, model: CLAUDE }])
    const behind = async (filter: HistoryQuery['filter']) => {
      const { total, runs } = await opened.metrics.behind({ from: NOON - HOUR, to: NOON, filter })
      expect(runs).toHaveLength(total)
      return runs.map(({ id, calls, failed }) => [id, calls, failed])
    }
    expect(await behind({})).toEqual([
      ['r3', 1, 0],
      ['r1', 2, 1],
    ])
    expect(await behind({ model: GPT })).toEqual([['r1', 1, 0]])
    expect(await behind({ task: 'math', strategy: 'voting', orchestrator: 'voting' })).toHaveLength(2)
    expect(await behind({ task: 'code' })).toEqual([])
  })

  test('keeps minutes for days, hours for weeks and days for good', async () => {
    const opened = await open()
    await addRun(opened, 'r1', [{ endedAt: NOON - 1000 }])
    await opened.metrics.count()
    opened.time.now = NOON + 100 * DAY
    await opened.metrics.count()
    const kept = async (step: 'minute' | 'hour' | 'day') => (await opened.store.metrics.rows(step, 0, Number.MAX_SAFE_INTEGER)).length
    expect([await kept('minute'), await kept('hour'), await kept('day')]).toEqual([0, 0, 1])
    expect((await opened.metrics.history(query('all'))).total.calls.done).toBe(1)
  })
})

describe('PRODUCT 11 the month’s pace', () => {
  test('is the mean so far over the whole month, from its second day on', async () => {
    const opened = await open({ now: new Date(2026, 4, 11).getTime() })
    await addRun(opened, 'r1', [{ endedAt: new Date(2026, 4, 2, 9).getTime(), costMicros: 4_000_000 }])
    await addRun(opened, 'r2', [{ endedAt: new Date(2026, 4, 10, 9).getTime(), costMicros: 6_000_000 }])
    await addRun(opened, 'r3', [{ endedAt: new Date(2026, 3, 30, 9).getTime(), costMicros: 50_000_000 }])
    const month = await opened.metrics.month()
    expect(month).toMatchObject({ spentMicros: 10_000_000, paceMicros: 31_000_000 })
    expect(month.days.map(({ costMicros }) => costMicros / 1_000_000)).toEqual([0, 4, 0, 0, 0, 0, 0, 0, 0, 6, 0])
    opened.time.now = new Date(2026, 5, 1, 1).getTime()
    expect(await opened.metrics.month()).toMatchObject({ spentMicros: 0, paceMicros: null })
  })
})

describe('what an old database holds', () => {
  test('is counted when metrics come to it', async () => {
    const opened = await open()
    for (let number = 0; number < 250; number += 1) await addRun(opened, `r${number}`, [{ endedAt: NOON - number * HOUR }])
    expect((await opened.metrics.history(query('month'))).total.calls.done).toBe(250)
  })
})
