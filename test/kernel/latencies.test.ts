import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Latencies } from '../../src/main/kernel/latencies.ts'
import { ModelRef } from '../../src/shared/ids.ts'

const MODEL = ModelRef.parse('openai/gpt-5')

describe('latencies of a model', () => {
  test('are unknown before its first answer', () => {
    const latencies = new Latencies()
    latencies.gaveUp(MODEL, 10)
    expect(latencies.of(MODEL)).toBeNull()
    expect(latencies.all().size).toBe(0)
  })

  test('are percentiles by nearest rank, of the first text and of the whole answer', () => {
    const latencies = new Latencies()
    for (let ms = 1; ms <= 100; ms += 1) latencies.answered(MODEL, ms, 10 * ms)
    expect(latencies.of(MODEL)).toEqual({
      calls: 100,
      first: { p50: 50, p95: 95, p99: 99 },
      total: { p50: 500, p95: 950, p99: 990 },
    })
  })

  test('forget the oldest calls', () => {
    const latencies = new Latencies()
    for (let calls = 0; calls < 300; calls += 1) latencies.answered(MODEL, 1000, 1000)
    for (let calls = 0; calls < 256; calls += 1) latencies.answered(MODEL, 5, 5)
    expect(latencies.of(MODEL)?.first).toEqual({ p50: 5, p95: 5, p99: 5 })
  })

  test('count a call that was given up, so that cutting the slow ones off does not make the model look faster', () => {
    const latencies = new Latencies()
    for (let calls = 0; calls < 90; calls += 1) latencies.answered(MODEL, 5, 5)
    for (let calls = 0; calls < 10; calls += 1) latencies.gaveUp(MODEL, 500)
    expect(latencies.of(MODEL)?.first.p95).toBe(500)
  })

  test('lie among what was seen, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1, maxLength: 256 }), (times) => {
        const latencies = new Latencies()
        for (const ms of times) latencies.answered(MODEL, ms, ms)
        const { p50 = -1, p95 = -1, p99 = -1 } = latencies.of(MODEL)?.first ?? {}
        for (const value of [p50, p95, p99]) expect(times).toContain(value)
        expect(p50).toBeLessThanOrEqual(p95)
        expect(p95).toBeLessThanOrEqual(p99)
        expect(times.filter((ms) => ms <= p95).length).toBeGreaterThanOrEqual(times.length * 0.95)
      }),
    )
  })
})
