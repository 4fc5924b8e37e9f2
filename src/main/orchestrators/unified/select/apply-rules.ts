import type { AutoAction, AutoCondition, AutoOptions, AutoRule } from '../../../../shared/auto.ts'
import type { StrategyId } from '../../../../shared/preset.ts'
import { say, type Words, wordsIn } from '../../../../shared/sentence.ts'
import type { Analysis } from '../analyse/analysis.ts'
import { BUILT_IN_RULES } from './built-in-rules.ts'

export interface Ruling {
  readonly strategy: StrategyId
  /** Half a sentence, behind “because”. */
  readonly because: Words
  readonly action: Omit<AutoAction, 'strategy'>
  /** Ids of the rules that decided something. */
  readonly hits: readonly string[]
}

/** What the rules say about a request: the user's own first, then those that ship. Pure. */
export function applyRules(analysis: Analysis, leftMicros: number | null, options: Pick<AutoOptions, 'rules' | 'off'>): Ruling {
  const rules = [...options.rules, ...BUILT_IN_RULES].filter(({ id }) => !options.off.includes(id))
  const holding = rules.filter(({ when }) => holds(when, analysis, leftMicros))
  const first = <K extends keyof AutoAction>(key: K): { rule: AutoRule; value: NonNullable<AutoAction[K]> } | null => {
    for (const rule of holding) {
      const value = rule.action[key]
      if (value !== undefined) return { rule, value }
    }
    return null
  }
  const strategy = first('strategy')
  const stopOn = strategy?.value === 'cascade' ? first('stopOn') : null
  const found = [strategy, first('maxMembers'), first('localOnly'), stopOn]
  return {
    strategy: strategy?.value ?? 'sequential',
    because: strategy === null ? say('rule.none') : wordsIn(strategy.rule, 'because'),
    action: actionOf(first('maxMembers')?.value, first('localOnly')?.value, stopOn?.value),
    hits: [...new Set(found.flatMap((each) => (each === null ? [] : [each.rule.id])))],
  }
}

function actionOf(maxMembers?: number, localOnly?: boolean, stopOn?: AutoAction['stopOn']): Ruling['action'] {
  return {
    ...(maxMembers === undefined ? {} : { maxMembers }),
    ...(localOnly === undefined ? {} : { localOnly }),
    ...(stopOn === undefined ? {} : { stopOn }),
  }
}

function holds(when: AutoCondition, analysis: Analysis, leftMicros: number | null): boolean {
  const { complexity, characters } = analysis
  const patterns = analysis.patterns.map(({ pattern }) => pattern)
  return (
    (when.taskTypes?.includes(analysis.taskType) ?? true) &&
    (when.patterns?.some((pattern) => patterns.includes(pattern)) ?? true) &&
    (when.languages === undefined || (analysis.language !== null && when.languages.includes(analysis.language))) &&
    (when.needsTools ?? analysis.needsTools.value) === analysis.needsTools.value &&
    (when.freshness ?? analysis.freshness.value) === analysis.freshness.value &&
    (when.precision ?? analysis.precision.value) === analysis.precision.value &&
    complexity.value >= (when.complexityAtLeast ?? 0) &&
    complexity.value <= (when.complexityAtMost ?? 1) &&
    characters >= (when.charactersAtLeast ?? 0) &&
    characters <= (when.charactersAtMost ?? Number.MAX_SAFE_INTEGER) &&
    (when.leftMicrosAtMost === undefined || (leftMicros !== null && leftMicros <= when.leftMicrosAtMost))
  )
}
