import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calibrate,
  LEAST_EXAMPLES,
  type RatedExample,
  reliabilityOf,
} from '../../../../src/main/orchestrators/advanced/quality/calibrate.ts'
import { combine, featuresOf, probability } from '../../../../src/main/orchestrators/advanced/quality/combine.ts'
import type { QualitySign } from '../../../../src/shared/quality.ts'

function signs(agree: number, of: number): QualitySign[] {
  return [
    { method: 'checks', value: 1, evidence: [] },
    { method: 'agreement', value: agree / of, share: { count: agree, of }, evidence: [] },
  ]
}

/** Numbers in [0, 1) that look random and are the same every time. */
function* numbers(): Generator<number, never> {
  for (let state = 7; ; ) {
    state = (state * 16_807) % 2_147_483_647
    yield state / 2_147_483_647
  }
}

/** Answers that are right as often as three of three, two of three or one of three members agree. */
function examples(count: number, chances: readonly [number, number, number], taskType = 'math'): RatedExample[] {
  const random = numbers()
  return Array.from({ length: count }, () => {
    const agree = 1 + Math.floor(random.next().value * 3)
    const right = random.next().value < (chances[agree - 1] ?? 0) ? 1 : 0
    return { taskType, features: featuresOf(signs(agree, 3)), right, weight: 1 }
  })
}

describe('B2 calibrated quality', () => {
  it('claims nothing until enough answers of a type of task are known, of both kinds', () => {
    expect(calibrate(examples(LEAST_EXAMPLES - 1, [0.2, 0.5, 0.9]))).toEqual([])
    expect(calibrate(examples(200, [1, 1, 1]))).toEqual([])
    const mixed = [...examples(200, [0.2, 0.5, 0.9]), ...examples(5, [0.2, 0.5, 0.9], 'code')]
    expect(calibrate(mixed).map(({ taskType }) => taskType)).toEqual(['math'])
  })

  it('finds how agreement goes with being right, and predicts it for answers that it has not seen', () => {
    const [first] = calibrate(examples(600, [0.25, 0.6, 0.9]))
    const weights = first?.weights ?? []
    const predicted = [1, 2, 3].map((agree) => probability(weights, featuresOf(signs(agree, 3))))
    expect(predicted[0]).toBeCloseTo(0.25, 0.7)
    expect(predicted[2]).toBeCloseTo(0.9, 0.9)
    const unseen = examples(1200, [0.25, 0.6, 0.9]).slice(600)
    const reliability = reliabilityOf(unseen.map(({ features, right }) => ({ predicted: probability(weights, features), right })))
    expect(reliability.expectedError).toBeLessThan(0.06)
    expect(reliability.bins.reduce((sum, { count }) => sum + count, 0)).toBe(600)
  })

  it('learns that agreement means little where models err together', () => {
    const [first] = calibrate(examples(400, [0.5, 0.5, 0.5], 'facts'))
    expect(probability(first?.weights ?? [], featuresOf(signs(3, 3)))).toBeLessThan(0.62)
  })

  it('names a share without a calibration and a probability only with one', () => {
    expect(combine(signs(2, 3))).toMatchObject({ method: 'agreement', basedOn: 0 })
    const [calibration] = calibrate(examples(300, [0.2, 0.5, 0.9]))
    expect(combine(signs(2, 3), calibration)).toMatchObject({ method: 'calibrated', basedOn: 300 })
    expect(combine([])).toBeNull()
  })

  it('keeps every score within 0 and 1, and never lets more agreement lower it', () => {
    const [calibration] = calibrate(examples(300, [0.2, 0.5, 0.9]))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 8 }), fc.boolean(), (of, less, calibrated) => {
        const more = Math.min(of, less + 1)
        const used = calibrated ? calibration : undefined
        const [low, high] = [Math.min(less, more), more].map((agree) => combine(signs(agree, of), used)?.score ?? -1)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(high).toBeGreaterThanOrEqual(low ?? 2)
      }),
    )
  })
})
