import type { ModelRef } from '../../shared/ids.ts'
import type { Decision } from '../../shared/run.ts'
import { say } from '../../shared/sentence.ts'
import { told } from '../../shared/sentences/told.ts'
import { type AdvancedInput, questionText } from '../orchestrators/advanced/input.ts'
import type { CascadePolicy } from '../orchestrators/advanced/routing/cascade-policy.ts'
import { taskTypeOf } from '../orchestrators/advanced/task-type.ts'

/** A policy that was learned for some members, and from what. */
export interface LearnedPolicy {
  readonly policy: CascadePolicy
  readonly dataSet: string
  readonly questions: number
  /** On questions that it was not fitted on: share that was right, micro-dollars and calls a question. */
  readonly step: { readonly accuracy: number; readonly meanMicros: number; readonly calls: number }
}

/** What was learned about these members at the present place of the dial; null: nothing. */
export type FindLearned = (models: readonly ModelRef[]) => LearnedPolicy | null

/**
 * Gives a cascade that goes by calibration its policy and says where it comes from; `always`: any cascade, where tasks of this kind were
 * among those learned from. Only members of the question are ever in it, so whom the user left out is not asked.
 */
export function withLearned<I extends AdvancedInput>(
  input: I,
  find: FindLearned | undefined,
  always: boolean,
): { readonly input: I; readonly decisions: readonly Decision[] } {
  const { settings, members } = input
  const byCalibration = settings.strategy === 'cascade' && (settings.stopOn === 'calibrated' || always)
  const found = byCalibration ? (find?.(members.map(({ model }) => model)) ?? null) : null
  const asked = settings.strategy === 'cascade' && settings.stopOn === 'calibrated'
  const isKnown = asked || found?.policy.weights[taskTypeOf(questionText(input.turns)).type] !== undefined
  if (!byCalibration || found === null || !isKnown) return { input, decisions: [] }
  const { policy, dataSet, questions, step } = found
  const chosen = members.filter(({ model }) => policy.models.includes(model)).map(({ id }) => id)
  return {
    input: { ...input, settings: { ...settings, stopOn: 'calibrated' }, policy },
    decisions: [
      {
        ...told({
          title: say('learned.from', { set: dataSet }),
          reason: say('learned.from.why', {
            n: questions,
            set: dataSet,
            right: step.accuracy,
            calls: step.calls,
            cost: Math.round(step.meanMicros * 1000),
          }),
        }),
        chosen,
        among: members.map(({ id }) => id),
      },
    ],
  }
}
