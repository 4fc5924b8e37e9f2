import { lambdaAt } from '../../../shared/dial-lambda.ts'
import type { ModelRef } from '../../../shared/ids.ts'
import type { CascadePolicy } from '../../orchestrators/advanced/routing/cascade-policy.ts'
import { CascadeFit, MOST_MODELS } from '../../orchestrators/advanced/routing/fit-cascade.ts'
import { halfOf, type LabelledSet } from './labelled-set.ts'
import { shortlist } from './shortlist.ts'

/** Models that a calibrated cascade chooses among where it may choose them itself. */
const CHOSEN = 5

/**
 * Policies of a cascade over these models, each question's from the half of the data set that it is not in: models, votes and stops are
 * chosen without having seen it. Null where there are too few questions that all were asked.
 */
export function crossCalibrated(set: LabelledSet, models: readonly ModelRef[], dial: number): ((number: number) => CascadePolicy) | null {
  const policies = ([1, 0] as const).map((half) => {
    const places =
      models.length <= MOST_MODELS && models.length <= CHOSEN ? null : shortlist(set.complete(models, half), models.length, CHOSEN)
    const chosen = places === null ? models : places.flatMap((place) => models[place] ?? [])
    const questions = set.complete(chosen, half)
    if (questions.length === 0) return null
    return new CascadeFit(chosen, questions).policy(lambdaAt(dial, dearestOf(questions)))
  })
  const [first, second] = policies
  return first && second ? (number) => (halfOf(number) === 0 ? first : second) : null
}

/** Mean micro-dollars of a call of the dearest model. */
export function dearestOf(questions: readonly { readonly answers: readonly { readonly costMicros: number }[] }[]): number {
  const [first] = questions
  if (first === undefined) return 0
  const sums = first.answers.map((_, place) => questions.reduce((sum, { answers }) => sum + (answers[place]?.costMicros ?? 0), 0))
  return Math.max(...sums) / questions.length
}
