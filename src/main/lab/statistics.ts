import type { Estimate95 } from '../../shared/lab.ts'

/** Resamples of a bootstrap; more change the interval by less than a tenth of a point. */
const RESAMPLES = 1_000
const SEED = 20_260_101

/** Draws in [0, 1) that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The mean with its 95 % interval: percentiles of the means of resamples (Efron 1979). */
export function meanWithInterval(values: readonly number[], seed = SEED): Estimate95 {
  const value = mean(values)
  if (values.length < 2) return { value, low: value, high: value }
  const random = seededRandom(seed)
  const means = Float64Array.from({ length: RESAMPLES }, () => {
    let sum = 0
    for (let drawn = 0; drawn < values.length; drawn += 1) sum += values[Math.floor(random() * values.length)] ?? 0
    return sum / values.length
  }).sort()
  return { value, low: means[Math.floor(RESAMPLES * 0.025)] ?? value, high: means[Math.ceil(RESAMPLES * 0.975) - 1] ?? value }
}

/** The mean of first minus second with its 95 % interval, paired: both lists speak of the same questions in the same order. */
export function pairedDifference(first: readonly number[], second: readonly number[], seed = SEED): Estimate95 {
  return meanWithInterval(
    first.map((value, place) => value - (second[place] ?? 0)),
    seed,
  )
}

/** The value below which this share of the values lies, by nearest rank; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

/** A policy in the picture of cost and quality. */
export interface CostQuality {
  readonly cost: number
  readonly quality: number
}

/** Points that no other one beats in both, cheapest first. */
export function paretoFront<P extends CostQuality>(points: readonly P[]): P[] {
  const front: P[] = []
  for (const point of points.toSorted((a, b) => a.cost - b.cost || b.quality - a.quality)) {
    const best = front.at(-1)
    if (best === undefined || point.quality > best.quality) front.push(point)
  }
  return front
}

/** The upper hull of the front: what a mixture of two policies reaches, too. */
export function costQualityHull<P extends CostQuality>(points: readonly P[]): P[] {
  const hull: P[] = []
  for (const point of paretoFront(points)) {
    for (let a = hull.at(-2), b = hull.at(-1); a && b && !isAbove(a, b, point); a = hull.at(-2), b = hull.at(-1)) hull.pop()
    hull.push(point)
  }
  return hull
}

function isAbove(a: CostQuality, b: CostQuality, c: CostQuality): boolean {
  return (b.quality - a.quality) * (c.cost - a.cost) > (c.quality - a.quality) * (b.cost - a.cost)
}

/**
 * Average improvement in quality: the mean height of the hull between two costs (RouterBench, arXiv 2403.12031). Below the cheapest point
 * there is no quality to be had.
 */
export function averageQuality(points: readonly CostQuality[], fromCost: number, toCost: number): number {
  const hull = costQualityHull(points)
  const steps = 2_000
  let sum = 0
  for (let step = 0; step < steps; step += 1) sum += heightAt(hull, fromCost + ((toCost - fromCost) * (step + 0.5)) / steps)
  return sum / steps
}

function heightAt(hull: readonly CostQuality[], cost: number): number {
  const next = hull.findIndex((point) => point.cost >= cost)
  if (next === -1) return hull.at(-1)?.quality ?? 0
  const right = hull[next]
  const left = hull[next - 1]
  if (right === undefined) return 0
  if (left === undefined) return right.cost === cost ? right.quality : 0
  return left.quality + ((right.quality - left.quality) * (cost - left.cost)) / (right.cost - left.cost)
}
