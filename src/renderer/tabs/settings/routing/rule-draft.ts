import { z } from 'zod'
import { AutoCondition, AutoRule, type Pattern } from '../../../../shared/auto.ts'
import type { StrategyId, TaskType } from '../../../../shared/preset.ts'
import { readDollars, showDollars } from '../fields/dollars.ts'
import { readNumber } from '../fields/number-reading.ts'
import { type Reading, right, wrong } from '../fields/reading.ts'
import { w } from '../words.ts'

const r = w.rules

/** What a finding has to be for a rule to hold. */
export type Wanted = 'any' | 'yes' | 'no'
export type Finding = 'needsTools' | 'freshness' | 'precision'
export type TextField =
  | 'languages'
  | 'complexityAtLeast'
  | 'complexityAtMost'
  | 'charactersAtLeast'
  | 'charactersAtMost'
  | 'leftMicrosAtMost'
  | 'maxMembers'

/** A rule as it is typed: all of a condition and an action, and what is empty says nothing. */
export type RuleDraft = Readonly<Record<TextField, string> & Record<Finding, Wanted>> & {
  readonly taskTypes: readonly TaskType[]
  readonly patterns: readonly Pattern[]
  readonly strategy: StrategyId | 'any'
  readonly localOnly: boolean
  readonly stopOn: 'agreement' | 'quality' | 'any'
  readonly because: string
}

export const TEXT_LABELS: Readonly<Record<TextField, string>> = {
  languages: r.languages,
  complexityAtLeast: r.complexityLeast,
  complexityAtMost: r.complexityMost,
  charactersAtLeast: r.charactersLeast,
  charactersAtMost: r.charactersMost,
  leftMicrosAtMost: r.left,
  maxMembers: r.maxMembers,
}

const PERCENT = z.number().int().min(0).max(100)
const COUNT = z.number().int().nonnegative()
const MEMBERS = z.number().int().min(1).max(40)

const wanted = (value: boolean | undefined): Wanted => (value === undefined ? 'any' : value ? 'yes' : 'no')
const shown = (value: number | undefined, times = 1) => (value === undefined ? '' : String(Math.round(value * times)))

/** The draft of a rule that is there; of none: an empty one. */
export function ruleDraft(rule: Pick<AutoRule, 'when' | 'action'> & { readonly because?: string } = { when: {}, action: {} }): RuleDraft {
  const { when, action, because = '' } = rule
  return {
    taskTypes: when.taskTypes ?? [],
    patterns: when.patterns ?? [],
    languages: (when.languages ?? []).join(', '),
    needsTools: wanted(when.needsTools),
    freshness: wanted(when.freshness),
    precision: wanted(when.precision),
    complexityAtLeast: shown(when.complexityAtLeast, 100),
    complexityAtMost: shown(when.complexityAtMost, 100),
    charactersAtLeast: shown(when.charactersAtLeast),
    charactersAtMost: shown(when.charactersAtMost),
    leftMicrosAtMost: showDollars(when.leftMicrosAtMost ?? null),
    strategy: action.strategy ?? 'any',
    maxMembers: shown(action.maxMembers),
    localOnly: action.localOnly ?? false,
    stopOn: action.stopOn ?? 'any',
    because,
  }
}

/** What the fields read as: the rule where all can be read, and by field what is wrong; `rule` is what is wrong with the whole. */
export interface RuleReading {
  readonly rule: AutoRule | null
  readonly errors: Readonly<Partial<Record<TextField | 'rule', string>>>
}

/** Reads a draft as a rule with this id. */
export function readRule(id: string, draft: RuleDraft): RuleReading {
  const errors: Partial<Record<TextField | 'rule', string>> = {}
  const take = <T>(field: TextField, reading: Reading<T | null>): T | undefined => {
    if (reading.ok) return reading.value ?? undefined
    errors[field] = reading.error
    return undefined
  }
  const number = (field: TextField, schema: z.ZodType<number>) =>
    take(field, readNumber<number | null>(TEXT_LABELS[field], draft[field], schema, right(null)))
  const share = (field: TextField) => {
    const percent = number(field, PERCENT)
    return percent === undefined ? undefined : percent / 100
  }
  const when = {
    taskTypes: draft.taskTypes,
    patterns: draft.patterns,
    languages: take('languages', readLanguages(draft.languages)),
    needsTools: answer(draft.needsTools),
    freshness: answer(draft.freshness),
    precision: answer(draft.precision),
    complexityAtLeast: share('complexityAtLeast'),
    complexityAtMost: share('complexityAtMost'),
    charactersAtLeast: number('charactersAtLeast', COUNT),
    charactersAtMost: number('charactersAtMost', COUNT),
    leftMicrosAtMost: take('leftMicrosAtMost', readDollars(r.left, draft.leftMicrosAtMost)),
  }
  const action = {
    strategy: draft.strategy === 'any' ? undefined : draft.strategy,
    maxMembers: number('maxMembers', MEMBERS),
    localOnly: draft.localOnly || undefined,
    stopOn: draft.stopOn === 'any' ? undefined : draft.stopOn,
  }
  if ((when.complexityAtLeast ?? 0) > (when.complexityAtMost ?? 1)) errors.complexityAtMost = r.crossed(r.complexityMost)
  if ((when.charactersAtLeast ?? 0) > (when.charactersAtMost ?? Number.MAX_SAFE_INTEGER))
    errors.charactersAtMost = r.crossed(r.charactersMost)
  const does = stated(action)
  if (Object.keys(does).length === 0 && errors.maxMembers === undefined) errors.rule = r.doesNothing
  const rule = AutoRule.safeParse({ id, when: stated(when), action: does, because: draft.because.trim() || r.ownReason })
  return { rule: rule.success && Object.keys(errors).length === 0 ? rule.data : null, errors }
}

function answer(finding: Wanted): boolean | undefined {
  return finding === 'any' ? undefined : finding === 'yes'
}

function readLanguages(text: string): Reading<string[] | null> {
  const codes = text.toLowerCase().match(/[^\s,;]+/g)
  if (codes === null) return right(null)
  const unknown = codes.find((code) => !AutoCondition.shape.languages.safeParse([code]).success)
  return unknown === undefined ? right([...new Set(codes)]) : wrong(r.notALanguage(unknown))
}

/** Without what says nothing. */
function stated(parts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined && !(Array.isArray(part) && part.length === 0)))
}
