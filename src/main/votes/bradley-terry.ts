import type { Vote } from '../../shared/vote.ts'

export interface Strength<M> {
  readonly model: M
  /** Elo points around 1000. */
  readonly rating: number
  /** Standard error in the same points, against the mean of all. */
  readonly error: number
}

/** 400 points are odds of ten to one. */
const POINTS = 400 / Math.LN10
/** Before any vote a model is believed to lie within 350 points of the mean: without a prior, one that won every vote would have no finite rating. */
const PRIOR_VARIANCE = (350 / POINTS) ** 2
const STEPS = 50
const CLOSE_ENOUGH = 1e-9

/**
 * Strengths of models from paired votes after Bradley and Terry (1952), a tie as half a win for each, by Newton's method on the
 * posterior with a normal prior (Caron and Doucet 2012); errors from the inverse of its curvature. Order of models as given.
 */
export function bradleyTerry<M extends string>(
  models: readonly M[],
  votes: readonly Pick<Vote, 'first' | 'second' | 'winner'>[],
): Strength<M>[] {
  const place = new Map<string, number>(models.map((model, index) => [model, index]))
  const games = votes.flatMap(({ first, second, winner }) => {
    const [a, b] = [place.get(first), place.get(second)]
    return a === undefined || b === undefined || a === b ? [] : [{ a, b, score: winner === 'tie' ? 0.5 : winner === 'first' ? 1 : 0 }]
  })
  let strengths = models.map(() => 0)
  let covariance = identity(models.length, PRIOR_VARIANCE)
  for (let step = 0; step < STEPS; step += 1) {
    const slope = strengths.map((strength) => -strength / PRIOR_VARIANCE)
    const curvature = identity(models.length, 1 / PRIOR_VARIANCE)
    for (const { a, b, score } of games) {
      const expected = 1 / (1 + Math.exp(at(strengths, b) - at(strengths, a)))
      add(slope, a, score - expected)
      add(slope, b, expected - score)
      const weight = expected * (1 - expected)
      add(row(curvature, a), a, weight)
      add(row(curvature, b), b, weight)
      add(row(curvature, a), b, -weight)
      add(row(curvature, b), a, -weight)
    }
    covariance = inverse(curvature)
    const change = covariance.map((line) => line.reduce((sum, value, index) => sum + value * at(slope, index), 0))
    // A full step may overshoot where one model won everything.
    const scale = Math.min(1, 2 / Math.max(...change.map(Math.abs), 1e-12))
    strengths = strengths.map((strength, index) => strength + scale * at(change, index))
    if (change.every((value) => Math.abs(value) < CLOSE_ENOUGH)) break
  }
  // Votes say how models differ, never how good all of them are: that common part is no uncertainty of a rank.
  const common = covariance.map(mean)
  return models.map((model, index) => ({
    model,
    rating: 1000 + POINTS * (at(strengths, index) - mean(strengths)),
    error: POINTS * Math.sqrt(Math.max(0, at(row(covariance, index), index) - 2 * at(common, index) + mean(common))),
  }))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function identity(size: number, value: number): number[][] {
  return Array.from({ length: size }, (_, line) => Array.from({ length: size }, (__, column) => (line === column ? value : 0)))
}

/** Gauss and Jordan without pivoting: the curvature is positive definite. */
function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length
  const work = matrix.map((line, index) => [...line, ...row(identity(size, 1), index)])
  for (let pivot = 0; pivot < size; pivot += 1) {
    const divisor = at(row(work, pivot), pivot)
    work[pivot] = row(work, pivot).map((value) => value / divisor)
    for (let line = 0; line < size; line += 1) {
      const factor = at(row(work, line), pivot)
      if (line !== pivot && factor !== 0) work[line] = row(work, line).map((value, index) => value - factor * at(row(work, pivot), index))
    }
  }
  return work.map((line) => line.slice(size))
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0
}

function row<T extends readonly number[]>(matrix: readonly T[], index: number): T {
  const found = matrix[index]
  if (found === undefined) throw new RangeError(`There is no line ${index}.`)
  return found
}

function add(values: number[], index: number, by: number): void {
  values[index] = at(values, index) + by
}
