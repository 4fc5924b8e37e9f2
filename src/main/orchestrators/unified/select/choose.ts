import type { AutoOptions } from '../../../../shared/auto.ts'
import type { AttachmentRef } from '../../../../shared/model.ts'
import { CascadeSettings, type StrategyId, type StrategyOf, StrategySettings } from '../../../../shared/preset.ts'
import { say, type Words } from '../../../../shared/sentence.ts'
import type { StrategyDefaults } from '../../../../shared/settings.ts'
import type { OrchestratorEntry } from '../../orchestrator-entry.ts'
import type { Analysis } from '../analyse/analysis.ts'
import { applyRules } from './apply-rules.ts'
import { type Candidate, type Suitable, suitable } from './candidate.ts'
import { type Option, optionsFor } from './options.ts'

/** All that a choice depends on: the same ground, the same choice. */
export interface Ground {
  readonly analysis: Analysis
  readonly candidates: readonly Candidate[]
  readonly attachments: readonly AttachmentRef[]
  /** 0 is the cheapest, 1 the best. */
  readonly dial: number
  /** What may be spent: the least of what is left of run, day and month; null where nothing bounds it. */
  readonly leftMicros: number | null
  readonly allowNoPrice: boolean
  readonly options: Pick<AutoOptions, 'rules' | 'off'>
  readonly strategies: StrategyDefaults
  readonly orchestrators: readonly Pick<OrchestratorEntry, 'id' | 'goodFor'>[]
}

export interface Choice {
  readonly orchestrator: string
  /** What the rules want; `option` may be less where members or money are short. */
  readonly strategy: StrategyId
  readonly option: Option
  readonly because: Words
  /** Ids of the rules that decided something. */
  readonly hits: readonly string[]
  readonly passedOver: Suitable['passedOver']
}

/** Dollars below this make no difference that is worth quality: 0.0002. */
const SMALL_MICROS = 200
/** How much quality a doubling of the cost is worth at the middle of the dial. */
const A_DOUBLING = 0.03
const USUAL_MOST = 5

/**
 * Picks orchestrator, strategy and members. Pure. Of the options that the budget allows the one with the most quality less cost
 * is taken, weighed by the dial; as the options do not depend on the dial, turning it up never makes the expected cost fall.
 * Null where there is nobody to ask.
 */
export function choose(ground: Ground): Choice | null {
  const { analysis, leftMicros } = ground
  const ruling = applyRules(analysis, leftMicros, ground.options)
  const { ranked, passedOver } = suitable(ground.candidates, analysis, ground.attachments, {
    ...ground,
    localOnly: ruling.action.localOnly ?? false,
  })
  if (ranked.length === 0) return null
  const settings = settingsOf(ruling.strategy, ground.strategies, ruling.action.stopOn)
  const complexity = analysis.complexity.value
  const options = optionsFor(ruling.strategy, ranked, { complexity, maxMembers: ruling.action.maxMembers ?? USUAL_MOST, settings })
  const affordable = options.filter(({ atMostMicros }) => leftMicros === null || atMostMicros <= leftMicros)
  const option = best(affordable, ground.dial) ?? cheapestAlone(ranked, ground, complexity)
  return {
    orchestrator: orchestratorFor(analysis, ground.orchestrators),
    strategy: ruling.strategy,
    option,
    because: affordable.length > 0 ? ruling.because : say('rule.budget'),
    hits: ruling.hits,
    passedOver,
  }
}

/** Most quality less cost; of equals the cheaper, then the better. */
function best(options: readonly Option[], dial: number): Option | null {
  const worth = ({ quality, aboutMicros }: Option) => dial * quality - (1 - dial) * A_DOUBLING * Math.log2(1 + aboutMicros / SMALL_MICROS)
  return options.reduce<Option | null>((winner, option) => {
    if (winner === null) return option
    const gain = worth(option) - worth(winner)
    const cheaper = winner.aboutMicros - option.aboutMicros
    return gain > 0 || (gain === 0 && (cheaper > 0 || (cheaper === 0 && option.quality > winner.quality))) ? option : winner
  }, null)
}

/** Where no option fits the budget: one member, with nobody in reserve. The budget's gate still stands before the call. */
function cheapestAlone(ranked: Suitable['ranked'], { strategies }: Ground, complexity: number): Option {
  const alone = optionsFor('sequential', ranked, { complexity, maxMembers: 1, settings: strategies.sequential })
  return alone.reduce((a, b) => (b.atMostMicros < a.atMostMicros ? b : a))
}

/** The settings' own, with what suits an answer that nobody looks over first: merged rather than side by side. */
function settingsOf(
  strategy: StrategyId,
  defaults: StrategyDefaults,
  stopOn: StrategyOf<'cascade'>['stopOn'] | undefined,
): StrategySettings {
  switch (strategy) {
    case 'voting':
    case 'sequential':
      return defaults[strategy]
    case 'cascade':
      return CascadeSettings.parse({ ...defaults.cascade, ...(stopOn === undefined ? {} : { stopOn }) })
    case 'parallel':
      return StrategySettings.parse({ strategy, merge: 'model' })
    case 'expert':
      return { strategy }
  }
}

/** The first that is good for something the request has; else the first of all. */
function orchestratorFor(analysis: Analysis, orchestrators: Ground['orchestrators']): string {
  const patterns = analysis.patterns.map(({ pattern }) => pattern)
  const fits = ({ goodFor }: Pick<OrchestratorEntry, 'goodFor'>) =>
    goodFor.patterns.some((pattern) => patterns.includes(pattern)) &&
    (goodFor.taskTypes?.includes(analysis.taskType) ?? true) &&
    (goodFor.tools || !analysis.needsTools.value) &&
    analysis.characters <= (goodFor.mostCharacters ?? Number.MAX_SAFE_INTEGER)
  return (orchestrators.find(fits) ?? orchestrators[0])?.id ?? 'advanced'
}
