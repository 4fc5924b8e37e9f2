import type { Answers } from './partition.ts'
import { speakerOf } from './vote-weights.ts'

/** What one model said to a question whose right answer is known. */
export interface LabelledAnswer {
  /** The answer after normalising, so that equal answers are equal texts; null where there was none. */
  readonly key: string | null
  /** The answer in its own words, where several stand for one; left out: all said it alike. */
  readonly wording?: string
  readonly right: boolean
  /** Micro-dollars. */
  readonly costMicros: number
}

/** A question of which it is known who was right: what calibration learns from. */
export interface LabelledQuestion {
  readonly taskType: string
  /** By model, in the order of the models that are calibrated; undefined where a model was not asked. */
  readonly answers: readonly (LabelledAnswer | undefined)[]
}

/** A question that every model was asked. */
export interface CompleteQuestion {
  readonly taskType: string
  readonly answers: readonly LabelledAnswer[]
}

/** Only complete questions can be replayed in every order. */
export function isComplete(question: LabelledQuestion): question is CompleteQuestion {
  return question.answers.every((answer) => answer !== undefined)
}

/** Whether the answer that was picked is right, by the label of the model whose words stand for it. */
export function isRightOf({ answers }: CompleteQuestion, given: Answers, pick: string | null, weights: readonly number[]): boolean {
  const camp = answers.flatMap(({ wording = '', right }, model) =>
    pick !== null && given[model] === pick ? [{ wording, right, weight: weights[model] ?? 0 }] : [],
  )
  return speakerOf(camp)?.right ?? false
}
