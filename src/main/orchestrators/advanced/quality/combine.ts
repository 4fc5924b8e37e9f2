import type { AnswerQuality, QualityCalibration, QualityMethod, QualitySign } from '../../../../shared/quality.ts'

/** From the least to the most telling: the last one that is there names the method. */
const TELLING: readonly QualityMethod[] = ['checks', 'samples', 'agreement', 'judge']

/** The names of the features, in their order. A sign that is missing counts nothing, and that it is missing is a feature of its own. */
export const FEATURES = ['always', 'checks', 'agreement', 'agreement known', 'samples', 'samples known', 'judge', 'judge known'] as const

/** Signs as the numbers that a calibration weighs, in the order of `FEATURES`. */
export function featuresOf(signs: readonly QualitySign[]): number[] {
  const of = (method: QualityMethod) => signs.find((sign) => sign.method === method)?.value
  const known = (method: QualityMethod) => [(of(method) ?? 0.5) - 0.5, of(method) === undefined ? 0 : 1]
  return [1, (of('checks') ?? 1) - 1, ...known('agreement'), ...known('samples'), ...known('judge')]
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

/** The probability that an answer with these features is right. Weights that an older version fitted count as far as they reach. */
export function probability(weights: readonly number[], features: readonly number[]): number {
  return logistic(features.reduce((sum, feature, index) => sum + feature * (weights[index] ?? 0), 0))
}

/**
 * The quality that the signs amount to. With a calibration it is the probability of being right; without one the signs are multiplied, which
 * orders answers and stands up to thresholds but is no probability. Null where nothing looked at the answer.
 */
export function combine(signs: readonly QualitySign[], calibration?: QualityCalibration): AnswerQuality | null {
  const method = TELLING.findLast((each) => signs.some((sign) => sign.method === each))
  if (method === undefined) return null
  if (calibration) {
    const score = probability(calibration.weights, featuresOf(signs))
    return { score, method: 'calibrated', signs: [...signs], basedOn: calibration.basedOn }
  }
  const score = signs.reduce((product, { value }) => product * value, 1)
  return { score, method, signs: [...signs], basedOn: 0 }
}
