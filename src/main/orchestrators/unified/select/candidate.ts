import type { AttachmentRef, ModelInfo } from '../../../../shared/model.ts'
import type { Member } from '../../../../shared/preset.ts'
import { say, type Words } from '../../../../shared/sentence.ts'
import type { Analysis } from '../analyse/analysis.ts'

/** What runs, users and the Lab have shown of a model at the task that is asked. */
export interface Known {
  /** The quality to reckon with, 0 … 1: drawn where something may be tried, else the mean. */
  readonly quality: number
  readonly mean: number
  /** Answers that it rests on, and how many of them are the Lab's. */
  readonly count: number
  readonly labCount: number
  /** The Lab's data sets that know it. */
  readonly dataSets: readonly string[]
}

/** A member that may be chosen, with what is known of it for this question. */
export interface Candidate {
  readonly member: Member
  readonly info: ModelInfo
  /** What one call is expected to cost and may cost at most, in micro-dollars; null without a price. */
  readonly cost: { readonly aboutMicros: number; readonly atMostMicros: number } | null
  readonly local: boolean
  /** Its endpoint rests after failures. */
  readonly resting: boolean
  /** null: nothing was learned of it. */
  readonly known?: Known | null
}

/** A candidate with how strong it is among the others: 0 … 1. */
export interface Ranked extends Candidate {
  readonly strength: number
}

export interface Suitable {
  readonly ranked: readonly Ranked[]
  /** Who cannot be asked, and why. */
  readonly passedOver: readonly Words[]
}

/** Why members cannot be asked, as the catalogue names it. */
type PassedOver = 'simulated' | 'reads' | 'price' | 'budget' | 'resting' | 'elsewhere' | 'search' | 'tools'

/** A price says most about how strong a model is; what a price list does not know is taken for weak. */
const DEAREST = 75
const CHEAPEST = 0.05

/**
 * Those that can take the question, with their strength. Real ones come before simulated ones; those that rest are left out
 * while there are others; where a search is needed those that can search come alone.
 */
export function suitable(
  candidates: readonly Candidate[],
  analysis: Analysis,
  attachments: readonly AttachmentRef[],
  ground: { readonly leftMicros: number | null; readonly allowNoPrice: boolean; readonly localOnly: boolean },
): Suitable {
  const passedOver: Words[] = []
  const keep = (list: readonly Candidate[], test: (candidate: Candidate) => boolean, why: PassedOver) => {
    const kept = list.filter(test)
    const lost = list.length - kept.length
    if (kept.length === 0 || lost === 0) return list
    passedOver.push(say(`auto.passed.${why}`, { n: lost }))
    return kept
  }
  let left = keep(candidates, ({ info }) => !info.simulated, 'simulated')
  left = keep(left, ({ info }) => canRead(info, attachments), 'reads')
  left = keep(left, ({ cost }) => cost !== null || ground.allowNoPrice, 'price')
  left = keep(left, ({ cost }) => ground.leftMicros === null || cost === null || cost.atMostMicros <= ground.leftMicros, 'budget')
  left = keep(left, ({ resting }) => !resting, 'resting')
  if (ground.localOnly) left = keep(left, ({ local }) => local, 'elsewhere')
  if (analysis.freshness.value) left = keep(left, ({ info }) => info.capabilities.includes('citations'), 'search')
  else if (analysis.needsTools.value) left = keep(left, ({ info }) => canUseTools(info), 'tools')
  return {
    ranked: left.map((candidate, place) => ({ ...candidate, strength: strengthOf(candidate, analysis, place, left.length) })),
    passedOver,
  }
}

function canRead({ capabilities }: ModelInfo, attachments: readonly AttachmentRef[]): boolean {
  const images = attachments.some(({ mediaType }) => mediaType.startsWith('image/'))
  const pdf = attachments.some(({ mediaType }) => mediaType === 'application/pdf')
  return (!images || capabilities.includes('images')) && (!pdf || capabilities.includes('pdf'))
}

function canUseTools({ capabilities }: ModelInfo): boolean {
  return capabilities.includes('tools') || capabilities.includes('citations')
}

/** 0 … 1, on a logarithmic scale of output prices; the demo's members stand in their order. */
function strengthOf({ info }: Candidate, { taskType }: Analysis, place: number, of: number): number {
  if (info.simulated) return of < 2 ? 0.5 : place / (of - 1)
  const price = Math.min(DEAREST, Math.max(CHEAPEST, info.price?.outputPerMillion ?? CHEAPEST))
  const byPrice = Math.log(price / CHEAPEST) / Math.log(DEAREST / CHEAPEST)
  const thinks = info.capabilities.includes('reasoning') && (taskType === 'math' || taskType === 'reasoning' || taskType === 'code')
  return Math.min(1, byPrice + (thinks ? 0.08 : 0))
}
