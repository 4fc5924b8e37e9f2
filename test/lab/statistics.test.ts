import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  averageQuality,
  costQualityHull,
  meanWithInterval,
  pairedDifference,
  paretoFront,
  percentile,
} from '../../src/main/lab/statistics.ts'

const shares = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 2, maxLength: 200 })
const points = fc.array(
  fc.record({ cost: fc.double({ min: 0, max: 9, noNaN: true }), quality: fc.double({ min: 0, max: 1, noNaN: true }) }),
  {
    minLength: 1,
    maxLength: 30,
  },
)

describe('F4 statistics of the Lab', () => {
  test('an interval holds its mean, and is the same each time', () => {
    fc.assert(
      fc.property(shares, (values) => {
        const { value, low, high } = meanWithInterval(values)
        expect(low).toBeLessThanOrEqual(value + 1e-9)
        expect(high).toBeGreaterThanOrEqual(value - 1e-9)
        expect(meanWithInterval(values)).toEqual({ value, low, high })
      }),
      { numRuns: 30 },
    )
  })

  test('the interval of a share is as wide as the normal one', () => {
    const values = Array.from({ length: 1_000 }, (_, index) => (index % 10 < 9 ? 1 : 0))
    const { low, high } = meanWithInterval(values)
    expect(high - low).toBeGreaterThan(0.03)
    expect(high - low).toBeLessThan(0.045)
  })

  test('a paired difference of equal answers is nothing at all, however much each of them varies', () => {
    const values = Array.from({ length: 50 }, (_, index) => index % 2)
    expect(pairedDifference(values, values)).toEqual({ value: 0, low: 0, high: 0 })
  })

  test('percentiles are values that were there', () => {
    expect([0.5, 0.95, 1].map((share) => percentile([5, 1, 4, 2, 3], share))).toEqual([3, 5, 5])
    expect(percentile([], 0.5)).toBe(0)
  })

  test('nobody on the front is beaten in both, and the hull is a part of it', () => {
    fc.assert(
      fc.property(points, (all) => {
        const front = paretoFront(all)
        for (const { cost, quality } of front) expect(all.some((other) => other.cost < cost && other.quality > quality)).toBe(false)
        for (const point of costQualityHull(all)) expect(front).toContain(point)
      }),
    )
  })

  test('a further policy never makes the average quality worse', () => {
    fc.assert(
      fc.property(points, points, (some, more) => {
        expect(averageQuality([...some, ...more], 1, 8)).toBeGreaterThanOrEqual(averageQuality(some, 1, 8) - 1e-9)
      }),
      { numRuns: 30 },
    )
  })
})
