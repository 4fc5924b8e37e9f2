import type { AutoAction, AutoCondition } from '../../../../shared/auto.ts'
import { formatMoney, formatNumber } from '../../../../shared/format.ts'
import { m } from '../../../app/messages.ts'
import { w } from '../words.ts'

const r = w.rules
const { strategies, tasks } = m.settings.presets

const percent = (share: number) => `${formatNumber(Math.round(share * 100))}\u00a0%`

/** "Code or mathematics, complexity from 50 %"; every message where a rule asks for nothing. */
export function conditionWords(when: AutoCondition): string {
  const any = (words: readonly string[] | undefined) => (words === undefined || words.length === 0 ? [] : [words.join(r.or)])
  const parts = [
    ...any(when.taskTypes?.map((task) => tasks[task])),
    ...any(when.patterns?.map((pattern) => r.patterns[pattern])),
    ...any(when.languages?.map((language) => language.toUpperCase())),
    ...(when.needsTools === undefined ? [] : [when.needsTools ? r.needsTools : r.needsNoTools]),
    ...(when.freshness === undefined ? [] : [when.freshness ? r.fresh : r.notFresh]),
    ...(when.precision === undefined ? [] : [when.precision ? r.precise : r.notPrecise]),
    ...(when.complexityAtLeast === undefined ? [] : [r.complexityFrom(percent(when.complexityAtLeast))]),
    ...(when.complexityAtMost === undefined ? [] : [r.complexityTo(percent(when.complexityAtMost))]),
    ...(when.charactersAtLeast === undefined ? [] : [r.charactersFrom(formatNumber(when.charactersAtLeast))]),
    ...(when.charactersAtMost === undefined ? [] : [r.charactersTo(formatNumber(when.charactersAtMost))]),
    ...(when.leftMicrosAtMost === undefined ? [] : [r.leftAtMost(formatMoney(when.leftMicrosAtMost))]),
  ]
  return parts.length === 0 ? r.always : parts.join(', ')
}

/** "Vote, at most 3 members". */
export function actionWords(action: AutoAction): string {
  return [
    ...(action.strategy === undefined ? [] : [strategies[action.strategy]]),
    ...(action.maxMembers === undefined ? [] : [r.atMost(action.maxMembers)]),
    ...(action.localOnly === true ? [r.localOnly] : []),
    ...(action.stopOn === undefined ? [] : [action.stopOn === 'agreement' ? r.untilAgreement : r.untilQuality]),
  ].join(', ')
}
