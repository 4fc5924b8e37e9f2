import { describe, expect, onTestFinished, test } from 'vitest'
import { ModelRef } from '../../src/shared/ids.ts'
import { LIVE_MS, type LiveUpdate } from '../../src/shared/metrics.ts'
import { runRecord } from '../store/records.ts'
import { MINUTE, openMetrics } from './support.ts'

const GPT = ModelRef.parse('openai/gpt-5')
const RUN = runRecord('r1')
const ANSWERED = {
  state: 'done',
  usage: { input: 10, cacheRead: 5, cacheWrite: 0, output: 20, reasoning: 0, estimated: false },
  costMicros: 70,
} as const

async function open() {
  const opened = await openMetrics()
  onTestFinished(opened.close)
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const updates = opened.metrics.live(stop.signal)
  const next = async (): Promise<LiveUpdate> => {
    const { value } = await updates.next()
    if (!value) throw new Error('The live figures ended.')
    return value
  }
  return { ...opened, next, stop, updates }
}

describe('B15 live figures', () => {
  test('show a call from the line it waits in to its end', async () => {
    const { board, next, time } = await open()
    expect(await next()).toMatchObject({ whole: true, calls: [], seconds: [], endpoints: [] })
    let call = board.enter(RUN, GPT, true)
    expect(await next()).toMatchObject({ whole: false, calls: [{ state: 'queued' }], endpoints: [{ queued: 1, inFlight: 0, places: 2 }] })
    time.now += 400
    call = board.leave(call)
    time.now += 200
    call = board.firstText(call)
    expect(await next()).toMatchObject({ calls: [{ state: 'streaming', firstTextAt: time.now }], endpoints: [{ queued: 0, inFlight: 1 }] })
    time.now += 1000
    board.end(call, ANSWERED)
    const { calls, seconds, endpoints } = await next()
    expect(calls).toMatchObject([{ state: 'done', endedAt: time.now }])
    expect(seconds).toMatchObject([{ asked: 0, done: 1, costMicros: 70, tokens: { input: 10, cacheRead: 5, output: 20 } }])
    expect(endpoints).toMatchObject([{ queued: 0, inFlight: 0 }])
  })

  test('say when a provider rests and when it is tried again', async () => {
    const { board, next, time } = await open()
    board.enter(RUN, GPT, false)
    board.breaker({ provider: 'openai', breaker: 'open', failures: 5, until: time.now + 20_000 })
    expect((await next()).endpoints).toEqual([
      { provider: 'openai', name: 'Test', breaker: 'open', failures: 5, until: time.now + 20_000, inFlight: 1, queued: 0, places: 2 },
    ])
  })

  test('forget what is older than five minutes and stay small under load', async () => {
    const { board, next, time } = await open()
    for (let number = 0; number < 5000; number += 1) {
      time.now += 20
      board.end(board.enter(RUN, GPT, false), ANSWERED)
    }
    const busy = await next()
    expect(busy.calls.length).toBeLessThanOrEqual(401)
    expect(busy.seconds.reduce((sum, { done }) => sum + done, 0)).toBe(5000)
    time.now += LIVE_MS + MINUTE
    board.end(board.enter(RUN, GPT, false), ANSWERED)
    const calm = await next()
    expect(calm.calls).toHaveLength(1)
    expect(calm.seconds.reduce((sum, { done }) => sum + done, 0)).toBe(1)
  })

  test('come at most once a second, and not at all while nothing happens', async () => {
    const { board, next, updates } = await open()
    await next()
    const start = performance.now()
    for (let number = 0; number < 3; number += 1) {
      board.touch()
      await next()
    }
    expect(performance.now() - start).toBeGreaterThan(1900)
    let told = false
    void updates.next().then(() => {
      told = true
    })
    await new Promise((resolve) => setTimeout(resolve, 1300))
    expect(told).toBe(false)
  })

  test('end with their reader', async () => {
    const { next, stop, updates } = await open()
    await next()
    const last = updates.next()
    stop.abort()
    expect((await last).done).toBe(true)
  })
})
