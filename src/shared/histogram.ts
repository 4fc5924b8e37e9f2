import { z } from 'zod'

/**
 * Durations by logarithmic bucket: the bucket's number to how many fell into it. Two of them are merged by adding, so that percentiles of
 * any span of time are taken from all of its values and never from other percentiles. Any percentile is within 2 % of the exact one
 * (DDSketch: Masson, Rim and Lee, VLDB 2019).
 */
export const Histogram = z.record(z.string(), z.number().int())
export type Histogram = z.infer<typeof Histogram>

const ACCURACY = 0.02
const GAMMA = (1 + ACCURACY) / (1 - ACCURACY)
const LOG_GAMMA = Math.log(GAMMA)

/** Counts a duration in ms; one below a millisecond counts as none at all. */
export function countDuration(histogram: Histogram, ms: number): void {
  const bucket = ms < 1 ? 0 : Math.ceil(Math.log(ms) / LOG_GAMMA) + 1
  histogram[bucket] = (histogram[bucket] ?? 0) + 1
}

/** Adds `other` to `histogram`. */
export function addHistogram(histogram: Histogram, other: Histogram): void {
  for (const bucket in other) histogram[bucket] = (histogram[bucket] ?? 0) + (other[bucket] ?? 0)
}

export function countOf(histogram: Histogram): number {
  return Object.values(histogram).reduce((sum, count) => sum + count, 0)
}

/** The duration in ms that a share `quantile` (0 to 1) of all lies at or below; null where there is none. */
export function percentile(histogram: Histogram, quantile: number): number | null {
  const rank = Math.max(1, Math.ceil(countOf(histogram) * quantile))
  let seen = 0
  // Keys that are whole numbers come in ascending order.
  for (const [bucket, count] of Object.entries(histogram)) {
    seen += count
    if (seen >= rank) return bucket === '0' ? 0 : (2 * GAMMA ** (Number(bucket) - 1)) / (GAMMA + 1)
  }
  return null
}
