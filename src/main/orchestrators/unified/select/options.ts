import { SequentialSettings, type StrategyId, type StrategySettings } from '../../../../shared/preset.ts'
import { likelyCalls } from '../../advanced/expected-calls.ts'
import type { Ranked } from './candidate.ts'

/** A way to ask: whom, and how they come to an answer. */
export interface Option {
  readonly settings: StrategySettings
  readonly members: readonly Ranked[]
  /** Expected and at most, in micro-dollars; calls without a price count nothing. */
  readonly aboutMicros: number
  readonly atMostMicros: number
  /** How likely the answer is right or good, 0 … 1: an estimate that orders options, never shown as a figure. */
  readonly quality: number
}

/** How much one member's chances fall from the easiest question to the hardest, for the weakest member. */
const FALL = 0.8
/** Even the easiest question gains a little by a stronger member. */
const EASIEST = 0.08
/** Members err together, more so those of one vendor (0.44 – 0.74 measured). */
const TOGETHER = 0.5
const STAND_INS = 2

/** Every sensible way to ask with a strategy; which of them there are does not depend on the dial. */
export function optionsFor(
  strategy: StrategyId,
  ranked: readonly Ranked[],
  { complexity, maxMembers, settings }: { readonly complexity: number; readonly maxMembers: number; readonly settings: StrategySettings },
): Option[] {
  const sorted = ranked.toSorted((a, b) => micros(a) - micros(b) || a.strength - b.strength)
  const sets = memberSets(strategy, sorted, maxMembers)
  return sets.map((members) => optionOf(settingsFor(settings, members), members, complexity))
}

/** One member alone needs no strategy but the first answer; the strongest merges. */
function settingsFor(settings: StrategySettings, members: readonly Ranked[]): StrategySettings {
  if (members.length < 2 && settings.strategy !== 'expert') return SequentialSettings.parse({ strategy: 'sequential' })
  const strongest = strongestOf(members)
  return settings.strategy === 'parallel' && settings.merge === 'model' && strongest !== null
    ? { ...settings, mergeModel: strongest.info.ref }
    : settings
}

/** The members of one option, with what it costs and how good it is likely to be. */
export function optionOf(settings: StrategySettings, members: readonly Ranked[], complexity: number): Option {
  const likely = likelyCalls({ settings, members })
  const merging = settings.strategy === 'parallel' && settings.merge === 'model' ? strongestOf(members) : null
  // The merge reads all answers: about twice a member's call, at most as the budget reserves for it.
  const merge = merging?.cost ?? { aboutMicros: 0, atMostMicros: 0 }
  return {
    settings,
    members,
    aboutMicros: members.slice(0, likely).reduce((sum, member) => sum + micros(member), 0) + 2 * merge.aboutMicros,
    atMostMicros: members.reduce((sum, { cost }) => sum + (cost?.atMostMicros ?? 0), 0) + 2 * merge.atMostMicros,
    quality: qualityOf(settings, members, complexity),
  }
}

function memberSets(strategy: StrategyId, sorted: readonly Ranked[], most: number): Ranked[][] {
  switch (strategy) {
    case 'sequential':
    case 'expert':
      return sorted.map((first) => [first, ...standIns(sorted, first)].slice(0, Math.max(1, most)))
    case 'voting':
      return windows(sorted, [3, 5], most)
    case 'parallel':
      return windows(sorted, [2, 3], most)
    case 'cascade':
      return stairs(sorted, most)
  }
}

/** Runs of neighbours by price, of mixed vendors where there are; all of them where they are few. */
function windows(sorted: readonly Ranked[], sizes: readonly number[], most: number): Ranked[][] {
  const fitting = sizes.map((size) => Math.min(size, most, sorted.length)).filter((size) => size > 0)
  const sets = [...new Set(fitting)].flatMap((size) =>
    sorted.slice(0, sorted.length - size + 1).flatMap((_, from) => {
      const plain = sorted.slice(from, from + size)
      const mixed = mixedFrom(sorted.slice(from), size)
      return mixed.every((member, place) => member === plain[place]) ? [plain] : [plain, mixed]
    }),
  )
  return sets.length > 0 ? sets : [[...sorted]]
}

/** The first `size`, each of a vendor of its own as long as there are new ones. */
function mixedFrom(sorted: readonly Ranked[], size: number): Ranked[] {
  const chosen: Ranked[] = []
  for (const fresh of [true, false]) {
    for (const candidate of sorted) {
      if (chosen.length >= size || chosen.includes(candidate)) continue
      if (fresh && chosen.some(({ info }) => info.provider === candidate.info.provider)) continue
      chosen.push(candidate)
    }
  }
  return chosen
}

/** From cheap to strong: each start that has somebody above it, then a middle one, then the strongest above it. */
function stairs(sorted: readonly Ranked[], most: number): Ranked[][] {
  const starts = sorted.length > 1 ? sorted.slice(0, -1) : sorted
  return starts.map((first, at) => {
    const above = sorted.slice(at + 1)
    const top = above.reduce<Ranked | null>((best, each) => (best === null || each.strength > best.strength ? each : best), null)
    const middle = above.filter((each) => each !== top)
    const half = middle[Math.floor((middle.length - 1) / 2)]
    return [first, ...(half === undefined ? [] : [half]), ...(top === null ? [] : [top])].slice(0, Math.max(1, most))
  })
}

/** Who is asked where the first one fails: the nearest in price, of other vendors first. */
function standIns(sorted: readonly Ranked[], first: Ranked): Ranked[] {
  const at = sorted.indexOf(first)
  return sorted
    .filter((each) => each !== first)
    .toSorted(
      (a, b) =>
        Number(a.info.provider === first.info.provider) - Number(b.info.provider === first.info.provider) ||
        Math.abs(sorted.indexOf(a) - at) - Math.abs(sorted.indexOf(b) - at),
    )
    .slice(0, STAND_INS)
}

function qualityOf(settings: StrategySettings, members: readonly Ranked[], complexity: number): number {
  const chances = members.map((member) => chanceOf(member, complexity))
  const [first = 0] = chances
  const best = Math.max(...chances)
  switch (settings.strategy) {
    case 'sequential':
    case 'expert':
      return first
    case 'cascade':
      // A check finds about half of the wrong answers; the next one then puts them right.
      return first + (1 - first) * 0.5 * best
    case 'voting':
      return majority(chances, new Set(members.map(({ info }) => info.provider)).size)
    case 'parallel':
      return best + (1 - best) * 0.3 * (1 - 1 / chances.length)
  }
}

/** As many answers of experience count as much as what the price says. */
const PRICE_COUNTS = 10

/** How likely a member answers well: by its price, and the more so by what was learned, the more is known. */
function chanceOf({ strength, known }: Ranked, complexity: number): number {
  const byPrice = chance(strength, complexity)
  return known ? (known.quality * known.count + byPrice * PRICE_COUNTS) / (known.count + PRICE_COUNTS) : byPrice
}

/** How likely a member answers well: the weaker it is and the harder the question, the less. */
export function chance(strength: number, complexity: number): number {
  return 1 - Math.max(EASIEST, complexity) * (1 - strength) * FALL
}

/** The chance that more than half are right, between independent voters and voters that always err together. */
function majority(chances: readonly number[], vendors: number): number {
  let counts = [1]
  for (const p of chances) {
    counts = Array.from({ length: counts.length + 1 }, (_, k) => (counts[k] ?? 0) * (1 - p) + (k > 0 ? (counts[k - 1] ?? 0) * p : 0))
  }
  const independent = counts.slice(Math.floor(chances.length / 2) + 1).reduce((sum, each) => sum + each, 0)
  const mean = chances.reduce((sum, each) => sum + each, 0) / chances.length
  const alike = vendors > 1 ? TOGETHER : (1 + TOGETHER) / 2
  return alike * mean + (1 - alike) * independent
}

function micros({ cost }: Ranked): number {
  return cost?.aboutMicros ?? 0
}

function strongestOf(members: readonly Ranked[]): Ranked | null {
  return members.reduce<Ranked | null>((best, each) => (best === null || each.strength > best.strength ? each : best), null)
}
