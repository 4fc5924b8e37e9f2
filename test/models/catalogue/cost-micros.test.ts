import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costMicros, mostMicros } from '../../../src/main/models/catalogue/cost-micros.ts'
import type { Price, Usage } from '../../../src/shared/model.ts'

const price: Price = { inputPerMillion: 3, outputPerMillion: 15, cacheReadPerMillion: 0.3, cacheWritePerMillion: 3.75, source: 'list' }
const usage = (change: Partial<Usage>): Usage => ({
  input: 0,
  cacheRead: 0,
  cacheWrite: 0,
  output: 0,
  reasoning: 0,
  estimated: false,
  ...change,
})

describe('what a call costs', () => {
  test('each kind of tokens has its price; reasoning is billed as output', () => {
    expect(costMicros(price, usage({ input: 1000, cacheRead: 1000, cacheWrite: 1000, output: 1000, reasoning: 1000 }))).toBe(
      3000 + 300 + 3750 + 15_000 + 15_000,
    )
  })

  test('cache kinds without a price are billed as input', () => {
    const plain: Price = { inputPerMillion: 2, outputPerMillion: 4, source: 'user' }
    expect(costMicros(plain, usage({ input: 10, cacheRead: 10, cacheWrite: 10 }))).toBe(60)
  })

  test('a fraction of a micro-dollar is rounded up, and arithmetic noise is not', () => {
    expect(costMicros(price, usage({ cacheRead: 1 }))).toBe(1)
    expect(costMicros({ ...price, inputPerMillion: 0.1 }, usage({ input: 30 }))).toBe(3)
    expect(costMicros(price, usage({}))).toBe(0)
  })

  test('searches are billed a call', () => {
    expect(costMicros({ inputPerMillion: 1, outputPerMillion: 1, perThousandCalls: 14, source: 'list' }, usage({ input: 5 }))).toBe(14_005)
  })

  test('a long input makes the whole call dearer, not only what is above', () => {
    const long: Price = { ...price, longInput: { above: 200_000, inputTimes: 2, outputTimes: 1.5 } }
    expect(costMicros(long, usage({ input: 200_000, output: 10 }))).toBe(600_000 + 150)
    expect(costMicros(long, usage({ input: 200_001, output: 10 }))).toBe(1_200_006 + 225)
  })

  test('the most that a call can cost is never less than what it costs', () => {
    const count = fc.integer({ min: 0, max: 300_000 })
    const rate = fc.double({ min: 0, max: 100, noNaN: true })
    fc.assert(
      fc.property(
        count,
        count,
        count,
        count,
        count,
        rate,
        rate,
        rate,
        rate,
        (input, cacheRead, cacheWrite, output, reasoning, a, b, c, d) => {
          const any: Price = {
            inputPerMillion: a,
            outputPerMillion: b,
            cacheReadPerMillion: c,
            cacheWritePerMillion: d,
            source: 'user',
            longInput: { above: 200_000, inputTimes: 2, outputTimes: 1.5 },
          }
          const most = mostMicros(any, input + cacheRead + cacheWrite, output + reasoning)
          expect(most).toBeGreaterThanOrEqual(costMicros(any, usage({ input, cacheRead, cacheWrite, output, reasoning })))
        },
      ),
    )
  })
})
