import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atBalance } from '../../../../src/renderer/tabs/lab/experiment/at-balance.ts'
import type { EntryResult } from '../../../../src/shared/lab.ts'

const entry = (name: string, micros: number, right: number, asked = 100): EntryResult => {
  const exact = (value: number) => ({ value, low: value, high: value })
  const figures = { calls: 1, latencyMs: null, escalated: 0, difference: null, onFront: false, byTask: [], failed: 0 }
  return { name, single: true, asked, accuracy: exact(right), cost: exact(micros), ...figures }
}

describe('F4 the dial under the picture', () => {
  test('leads from the cheapest to the best of what was tried', () => {
    const entries = [entry('best', 2_000, 0.95), entry('cheap', 50, 0.8), entry('poor', 1_000, 0.7), entry('never asked', 0, 0, 0)]
    expect(atBalance(entries, 0)?.name).toBe('cheap')
    expect(atBalance(entries, 1)?.name).toBe('best')
    expect(atBalance([entry('never asked', 0, 0, 0)], 0.5)).toBeUndefined()
  })

  test('turned up, it never chooses a cheaper one, nor one that is less often right', () => {
    const any = fc.array(fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 1,
      maxLength: 12,
    })
    const dials = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    fc.assert(
      fc.property(any, dials, (pairs, [a, b]) => {
        const entries = pairs.map(([micros, right], place) => entry(String(place), micros, right))
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((dial) => atBalance(entries, dial))
        expect(high?.cost.value).toBeGreaterThanOrEqual(low?.cost.value ?? Number.NaN)
        expect(high?.accuracy.value).toBeGreaterThanOrEqual((low?.accuracy.value ?? Number.NaN) - 1e-12)
      }),
    )
  })
})
