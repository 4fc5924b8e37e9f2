import { type ModelRef, splitModelRef } from '../../../../shared/ids.ts'
import type { VoteGroup } from './group-answers.ts'

/** Wrong answers that a member is taken to choose among. */
const WRONG_ANSWERS = 4
/** Members of one vendor err together: 0.44 to 0.74 were measured. */
const CORRELATION = 0.6
/** What is believed of a member that nothing is known of. */
const UNKNOWN = 0.7

export interface Elector {
  readonly id: string
  readonly model: ModelRef
  /** How often it is right at such tasks; left out where nothing is known. */
  readonly chance?: number | undefined
}

/**
 * The weight of each member's vote: ln(p/(1−p)) + ln(K−1), divided by 1 + ρ(n−1) among the n voters of one vendor, for they err together.
 * Never below nothing: who is mostly wrong is not counted against its own answer.
 */
export function electorWeights(electors: readonly Elector[]): Map<string, number> {
  const vendors = Map.groupBy(electors, ({ model }) => splitModelRef(model).provider)
  return new Map(
    electors.map(({ id, model, chance = UNKNOWN }) => {
      const p = Math.min(0.99, Math.max(0.01, chance))
      const together = vendors.get(splitModelRef(model).provider)?.length ?? 1
      return [id, Math.max(0, Math.log(p / (1 - p)) + Math.log(WRONG_ANSWERS)) / (1 + CORRELATION * (together - 1))]
    }),
  )
}

/** Groups by the weight behind them, the heaviest first; equals stay in their order. */
export function weighGroups(groups: readonly VoteGroup[], weights: ReadonlyMap<string, number>): VoteGroup[] {
  return groups.toSorted((a, b) => weightOf(b, weights) - weightOf(a, weights))
}

export function weightOf({ members }: Pick<VoteGroup, 'members'>, weights: ReadonlyMap<string, number>): number {
  return members.reduce((sum, id) => sum + (weights.get(id) ?? 0), 0)
}

/** True where votes of `open` weight more, however they fall, cannot change which answer is first. */
export function voteDecided(groups: readonly VoteGroup[], weights: ReadonlyMap<string, number>, open: number): boolean {
  const [first, second] = groups
  return first !== undefined && weightOf(first, weights) > (second === undefined ? 0 : weightOf(second, weights)) + open
}
