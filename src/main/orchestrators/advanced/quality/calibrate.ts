import type { QualityCalibration, Reliability, ReliabilityBin } from '../../../../shared/quality.ts'
import { FEATURES, probability } from './combine.ts'

/** An answer of which it is known how good it was: 1 right, 0 wrong, between them where users differ. */
export interface RatedExample {
  readonly taskType: string
  /** In the order of `FEATURES`. */
  readonly features: readonly number[]
  readonly right: number
  /** How much it counts; a user's thumb counts less than a label. */
  readonly weight: number
}

/** Fewer known answers of a type of task, or fewer of either kind, and nothing is claimed. */
export const LEAST_EXAMPLES = 30
const LEAST_OF_EACH = 3

/** What is believed before anything is known: checks, agreement and judges speak for an answer, none of them proves it. */
const BELIEF: readonly number[] = [1, 2, 2, 0, 1, 0, 2, 0]
/** How many examples the belief counts as. */
const STRENGTH = 4
const STEPS = 12

/** Fits one calibration a type of task, where enough is known of it: a logistic regression that is drawn towards that of all tasks. */
export function calibrate(examples: readonly RatedExample[]): QualityCalibration[] {
  if (weightOf(examples) < LEAST_EXAMPLES) return []
  const general = regression(examples, BELIEF)
  return [...Map.groupBy(examples, ({ taskType }) => taskType)].flatMap(([taskType, own]) => {
    const known = weightOf(own)
    const right = own.reduce((sum, example) => sum + example.weight * example.right, 0)
    if (known < LEAST_EXAMPLES || right < LEAST_OF_EACH || known - right < LEAST_OF_EACH) return []
    return [{ taskType, weights: regression(own, general), basedOn: Math.round(known) }]
  })
}

function weightOf(examples: readonly RatedExample[]): number {
  return examples.reduce((sum, { weight }) => sum + weight, 0)
}

/** Weights that explain the examples best, drawn towards `prior`; by Newton's method. */
function regression(examples: readonly RatedExample[], prior: readonly number[]): number[] {
  const size = FEATURES.length
  let weights = prior.slice(0, size)
  for (let step = 0; step < STEPS; step += 1) {
    const slope = weights.map((weight, index) => STRENGTH * ((prior[index] ?? 0) - weight))
    const curve = weights.map((_, row) => weights.map((_each, column): number => (row === column ? STRENGTH : 0)))
    for (const { features, right, weight } of examples) {
      const p = probability(weights, features)
      for (const [row, feature] of features.entries()) {
        slope[row] = (slope[row] ?? 0) + weight * (right - p) * feature
        const line = curve[row]
        if (line === undefined) continue
        for (const [column, other] of features.entries()) line[column] = (line[column] ?? 0) + weight * p * (1 - p) * feature * other
      }
    }
    const change = solve(curve, slope)
    weights = weights.map((weight, index) => weight + (change[index] ?? 0))
    if (change.every((each) => Math.abs(each) < 1e-7)) break
  }
  return weights
}

/** Solves a symmetric, positive definite system by Cholesky's decomposition. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length
  const lower: number[][] = []
  const at = (row: number, column: number) => lower[row]?.[column] ?? 0
  for (let row = 0; row < size; row += 1) {
    const line: number[] = []
    lower.push(line)
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row]?.[column] ?? 0
      for (let k = 0; k < column; k += 1) sum -= at(row, k) * at(column, k)
      line.push(row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(column, column))
    }
  }
  const forward: number[] = []
  for (let row = 0; row < size; row += 1) {
    let sum = right[row] ?? 0
    for (let k = 0; k < row; k += 1) sum -= at(row, k) * (forward[k] ?? 0)
    forward.push(sum / at(row, row))
  }
  const result = Array.from({ length: size }, () => 0)
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = forward[row] ?? 0
    for (let k = row + 1; k < size; k += 1) sum -= at(k, row) * (result[k] ?? 0)
    result[row] = sum / at(row, row)
  }
  return result
}

/** A prediction that was made before its outcome was known. */
export interface Prediction {
  readonly predicted: number
  readonly right: number
}

/** Predicted against observed, in tenths; tenths that nothing fell into are left out. */
export function reliabilityOf(predictions: readonly Prediction[]): Reliability {
  const tenths = Map.groupBy(predictions, ({ predicted }) => Math.min(9, Math.floor(predicted * 10)))
  const mean = (list: readonly Prediction[], key: keyof Prediction) => list.reduce((sum, each) => sum + each[key], 0) / list.length
  const bins = [...tenths]
    .toSorted(([a], [b]) => a - b)
    .map(([tenth, inside]): ReliabilityBin => {
      const bounds = { from: tenth / 10, to: (tenth + 1) / 10 }
      return { ...bounds, predicted: mean(inside, 'predicted'), observed: mean(inside, 'right'), count: inside.length }
    })
  const off = bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.predicted - bin.observed), 0)
  return { bins, count: predictions.length, expectedError: predictions.length === 0 ? null : off / predictions.length }
}
