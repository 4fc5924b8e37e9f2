import type { AutoReason } from '../../../shared/auto.ts'
import type { ModelInfo } from '../../../shared/model.ts'
import { told } from '../../../shared/sentences/told.ts'
import { type AdvancedInput, questionText, seatMembers } from '../advanced/input.ts'
import { analyse } from './analyse/analyse.ts'
import type { UnifiedInput } from './auto-plan.ts'
import { ladderBelow } from './ladder.ts'
import { choose, type Ground } from './select/choose.ts'
import { autoDecision } from './words.ts'

export interface PlannedAuto {
  readonly input: UnifiedInput
  readonly reason: AutoReason
  /** Ids of the rules that decided something. */
  readonly hits: readonly string[]
}

/** Chooses for a question: its members are those that may be chosen. Pure. Null where there is nobody to ask. */
export function planAuto(
  question: AdvancedInput,
  ground: Omit<Ground, 'analysis' | 'attachments'>,
  models: readonly ModelInfo[],
): PlannedAuto | null {
  const analysis = analyse(questionText(question.turns))
  const attachments = question.turns.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'attachment' ? [part.attachment] : [])))
  const choice = choose({ ...ground, analysis, attachments })
  if (choice === null) return null
  const { option, orchestrator } = choice
  const { title, reason, ...chosen } = autoDecision(choice, analysis)
  const decision = { ...chosen, ...told({ title, reason }) }
  const before = autoDecision(choice, analysis, 'auto.would')
  const ladder = ladderBelow(option, ground.candidates, models)
  const members = seatMembers(
    option.members.map(({ member }) => member),
    models,
  )
  return {
    input: { ...question, settings: option.settings, members, auto: { analysis, orchestrator, decision, ladder } },
    reason: { strategy: option.settings.strategy, members: members.length, ...told({ title: before.title, reason: before.reason }) },
    hits: choice.hits,
  }
}
