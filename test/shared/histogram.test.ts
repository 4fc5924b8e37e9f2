import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addHistogram, countDuration, countOf, type Histogram, percentile } from '../../src/shared/histogram.ts'

const durations = fc.array(fc.double({ min: 0, max: 3_600_000, noNaN: true }), { minLength: 1, maxLength: 300 })

function histogramOf(values: readonly number[]): Histogram {
  const histogram: Histogram = {}
  for (const value of values) countDuration(histogram, value)
  return histogram
}

describe('B15 percentiles', () => {
  test('lie within 2 % of the exact ones', () => {
    fc.assert(
      fc.property(durations, fc.constantFrom(0.5, 0.95, 0.99, 1), (values, quantile) => {
        const exact = values.toSorted((a, b) => a - b)[Math.max(1, Math.ceil(values.length * quantile)) - 1] ?? 0
        const about = percentile(histogramOf(values), quantile) ?? Number.NaN
        expect(Math.abs(about - exact)).toBeLessThanOrEqual(exact < 1 ? 1 : exact * 0.02 + 1e-9)
      }),
    )
  })

  test('of two spans together are those of all their values, never of their percentiles', () => {
    fc.assert(
      fc.property(durations, durations, (first, second) => {
        const merged = histogramOf(first)
        addHistogram(merged, histogramOf(second))
        expect(merged).toEqual(histogramOf([...first, ...second]))
        expect(countOf(merged)).toBe(first.length + second.length)
      }),
    )
  })

  test('survive JSON, and nothing has none', () => {
    expect(percentile(JSON.parse(JSON.stringify(histogramOf([5, 10, 400]))), 0.5)).toBeCloseTo(10, 0)
    expect(percentile({}, 0.95)).toBeNull()
  })
})
