import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tickPlaces, valueTicks } from '../../../../src/renderer/tabs/dashboard/charts/ticks.ts'
import { formatDashboardPlace, parseDashboardPlace } from '../../../../src/renderer/tabs/dashboard/dashboard-place.ts'
import { moneyChange, relativeChange, shareChange, timeChange } from '../../../../src/renderer/tabs/dashboard/history/difference.ts'
import { sorted } from '../../../../src/renderer/tabs/dashboard/history/sortable.tsx'
import { applyLive, type LiveState, liveCalls, liveSeconds } from '../../../../src/renderer/tabs/dashboard/live/live-state.ts'
import { ModelRef, RunId } from '../../../../src/shared/ids.ts'
import type { LiveCall, LiveSecond, LiveUpdate } from '../../../../src/shared/metrics.ts'

const GPT = ModelRef.parse('openai/gpt-5')
const NOW = 1_000_000_000

function call(id: number, change: Partial<LiveCall> = {}): LiveCall {
  const at = NOW - 1000
  return {
    id,
    runId: RunId.parse(`r${id}`),
    model: GPT,
    strategy: 'voting',
    task: 'math',
    state: 'asked',
    startedAt: at,
    firstTextAt: null,
    endedAt: null,
    ...change,
  }
}

function second(at: number, done: number): LiveSecond {
  const tokens = { input: 0, cacheRead: 0, cacheWrite: 0, output: 0, reasoning: 0 }
  return {
    at,
    model: GPT,
    strategy: 'voting',
    task: 'math',
    asked: 0,
    done,
    failed: 0,
    cancelled: 0,
    tokens,
    costMicros: 0,
    first: {},
    total: {},
  }
}

function update(change: Partial<LiveUpdate>): LiveUpdate {
  return { whole: false, now: NOW, seconds: [], calls: [], open: [], endpoints: [], runsRunning: 0, ...change }
}

describe('B15 the live figures of a page', () => {
  const first = applyLive(
    null,
    update({ whole: true, calls: [call(1), call(2)], open: [1, 2], seconds: [second(NOW - 2000, 1)] }),
    NOW - 50,
  )

  test('take what has changed in the place of what was known', () => {
    const next = applyLive(
      first,
      update({ calls: [call(1, { state: 'done', endedAt: NOW })], open: [2], seconds: [second(NOW - 2000, 3)] }),
      NOW,
    )
    expect(liveCalls(next, {}, NOW).map(({ id, state }) => [id, state])).toEqual([
      [1, 'done'],
      [2, 'asked'],
    ])
    expect(liveSeconds(next, {}, NOW).map(({ done }) => done)).toEqual([3])
    expect(first.ahead).toBe(50)
  })

  test('forget a call that never left, and what is older than five minutes', () => {
    const dropped = applyLive(first, update({ open: [1] }), NOW)
    expect([...dropped.calls.keys()]).toEqual([1])
    const later: LiveState = applyLive(first, update({ now: NOW + 400_000, open: [1] }), NOW)
    expect([later.seconds.size, [...later.calls.keys()]]).toEqual([0, [1]])
  })

  test('start anew after a lost connection', () => {
    expect(applyLive(first, update({ whole: true }), NOW).calls.size).toBe(0)
  })

  test('show what the filter leaves', () => {
    expect(liveCalls(first, { task: 'code' }, NOW)).toEqual([])
    expect(liveCalls(first, { model: GPT }, NOW)).toHaveLength(2)
  })
})

describe('where in the dashboard the user is', () => {
  test('survives being written down', () => {
    const places = fc.record({
      period: fc.constantFrom('hour' as const, 'day' as const, 'week' as const, 'month' as const, 'all' as const),
      back: fc.integer({ min: 0, max: 1000 }),
      compare: fc.integer({ min: 0, max: 9 }),
      filter: fc.constantFrom({}, { model: GPT }, { strategy: 'voting', task: 'math' }),
    })
    fc.assert(
      fc.property(places, (place) => {
        expect(parseDashboardPlace(formatDashboardPlace(place))).toEqual(place)
      }),
    )
  })

  test('is the start where it cannot be read', () => {
    const start = parseDashboardPlace('')
    expect(parseDashboardPlace('period=year&back=-3&compare=x&model=nothing')).toEqual(start)
    expect(formatDashboardPlace(start)).toBe('')
  })
})

describe('axes', () => {
  test('have three to six round values that reach above the highest', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e12, noNaN: true }), (most) => {
        const ticks = valueTicks(most)
        expect(ticks.length).toBeGreaterThanOrEqual(3)
        expect(ticks.length).toBeLessThanOrEqual(6)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most * 0.999)
      }),
    )
  })

  test('name days of a week and round times of a day', () => {
    const week = Array.from({ length: 56 }, (_, index) => new Date(2026, 4, 4 + Math.floor(index / 8), 3 * (index % 8)).getTime())
    expect(tickPlaces(week)).toEqual([0, 8, 16, 24, 32, 40, 48])
    const day = Array.from({ length: 96 }, (_, index) => new Date(2026, 4, 4, 10, 15 * index).getTime())
    expect(tickPlaces(day).map((index) => new Date(day[index] ?? 0).getHours())).toEqual([12, 18, 0, 6])
    expect(tickPlaces(Array.from({ length: 30 }, (_, index) => new Date(2026, 4, 1 + index).getTime()))).toHaveLength(4)
    expect(tickPlaces([])).toEqual([])
  })
})

describe('differences', () => {
  test('say how much and which way, and nothing where there is none', () => {
    expect(relativeChange(112, 100)).toBe('+12\u00a0%')
    expect(relativeChange(88, 100)).toBe('\u221212\u00a0%')
    expect([relativeChange(100, 100), relativeChange(3, 0)]).toEqual(['', null])
    expect([timeChange(2400, 3000), timeChange(1040, 1000), timeChange(5, 5)]).toEqual(['\u22120.6\u00a0s', '+40\u00a0ms', ''])
    expect([moneyChange(9_100_000, 3_000_000), moneyChange(1, 1)]).toEqual(['+$6.10', ''])
    expect([shareChange(0.993, 0.981), shareChange(0.5, 0.5)]).toEqual(['+1.2\u00a0%', ''])
  })
})

describe('a sorted table', () => {
  test('puts what is unknown last, whichever way it is sorted', () => {
    const values = [{ v: 2 }, { v: null }, { v: 7 }]
    expect(sorted(values, ({ v }) => v, true).map(({ v }) => v)).toEqual([7, 2, null])
    expect(sorted(values, ({ v }) => v, false).map(({ v }) => v)).toEqual([2, 7, null])
    expect(sorted([{ v: 'b' }, { v: 'a' }], ({ v }) => v, false).map(({ v }) => v)).toEqual(['b', 'a'])
  })
})
