import type { ModelRef } from '../../../../shared/ids.ts'

/** What is known of one model at one type of task: answers counted (older ones less) and the sum of their qualities. */
export interface Evidence {
  readonly count: number
  readonly sum: number
  /** Epoch ms to which count and sum are discounted. */
  readonly at: number
}

export const NO_EVIDENCE: Evidence = { count: 0, sum: 0, at: 0 }

const DAY_MS = 86_400_000
/** What a day takes off the weight of what was seen: models change. */
const A_DAY = 0.99
/** Deviation of one answer's quality, as it is drawn. */
const SCALE = 0.2
/** Quality that is believed of a model that nobody has seen, and how many answers that belief counts as. */
const UNKNOWN = { mean: 0.7, count: 1 }

/** Evidence as of a later time. */
export function discounted(evidence: Evidence, now: number): Evidence {
  if (evidence.count === 0) return { ...evidence, at: now }
  const factor = A_DAY ** (Math.max(0, now - evidence.at) / DAY_MS)
  return { count: evidence.count * factor, sum: evidence.sum * factor, at: Math.max(now, evidence.at) }
}

/** Evidence with one more answer of this quality. A negative weight takes back what was counted. */
export function observed(evidence: Evidence, quality: number, weight: number, now: number): Evidence {
  const { count, sum, at } = discounted(evidence, now)
  const more = Math.max(0, count + weight)
  return { count: more, sum: Math.min(more, Math.max(0, sum + weight * quality)), at }
}

/** Two pieces of evidence together, as of the later. */
export function joined(a: Evidence, b: Evidence): Evidence {
  const at = Math.max(a.at, b.at)
  const [one, other] = [discounted(a, at), discounted(b, at)]
  return { count: one.count + other.count, sum: one.sum + other.sum, at }
}

/** The mean quality that evidence speaks for, drawn towards what is believed of an unknown model. */
export function meanOf({ count, sum }: Evidence): number {
  return (sum + UNKNOWN.count * UNKNOWN.mean) / (count + UNKNOWN.count)
}

/** Gaussian Thompson sampling: a quality as it may be, the more evidence the closer to the mean. */
export function drawOf(evidence: Evidence, random: () => number): number {
  return meanOf(evidence) + (SCALE / Math.sqrt(evidence.count + UNKNOWN.count)) * gaussian(random)
}

/** One of the models that may be asked. */
export interface Arm {
  readonly model: ModelRef
  readonly evidence: Evidence
  /** Micro-dollars that a call is expected to cost. */
  readonly micros: number
}

/** An arm with the figures that decided about it. */
export interface Weighed extends Arm {
  readonly mean: number
  /** The quality that was reckoned with: drawn where something may be tried, else the mean. */
  readonly quality: number
  /** Quality − λ · cost. */
  readonly worth: number
}

export interface RouteOptions {
  /** Accuracy that a dollar per 1,000 calls is worth. */
  readonly lambda: number
  /** False: nothing is tried; what is believed best is taken. */
  readonly explore: boolean
  readonly random: () => number
}

/**
 * Weighs models, best first; equals in their order. Each draws in turn whatever λ is, so that with the same numbers a smaller λ never
 * chooses a cheaper model.
 */
export function weigh(arms: readonly Arm[], { lambda, explore, random }: RouteOptions): Weighed[] {
  return arms
    .map((arm) => {
      const mean = meanOf(arm.evidence)
      const quality = explore ? drawOf(arm.evidence, random) : mean
      return { ...arm, mean, quality, worth: quality - (lambda * arm.micros) / 1000 }
    })
    .toSorted((a, b) => b.worth - a.worth)
}

/** By Box and Muller. */
function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
