import type { ModelRef } from '../../../shared/ids.ts'
import { groupAnswers } from '../../orchestrators/advanced/consensus/group-answers.ts'
import { hardChecks } from '../../orchestrators/advanced/quality/hard-checks.ts'
import type { LabelledAnswer } from '../../orchestrators/advanced/routing/labelled-question.ts'
import type { StoredAnswer } from '../../store/lab-store.ts'

/** Recorded answers to one question as a cascade sees them: equal keys for equal answers, none for refusals. By model. */
export function labelAnswers(question: string, answers: readonly StoredAnswer[]): ReadonlyMap<ModelRef, LabelledAnswer> {
  const ballots = answers.flatMap(({ model, text }, index) => {
    if (text === null) return []
    const { flaws } = hardChecks(question, { text, stop: 'end' })
    const weak = flaws.some((flaw) => flaw === 'empty' || flaw === 'refusal' || flaw === 'no-answer-given')
    return weak ? [] : [{ member: model, number: index + 1, strength: 0, text }]
  })
  const read = new Map(
    groupAnswers(ballots, question).flatMap(({ form, key, ballots: camp }) =>
      camp.map(({ member, answer }) => [member, { key: `${form}:${key}`, wording: answer }]),
    ),
  )
  return new Map(
    answers.map(({ model, right, costMicros }) => [model, { ...(read.get(model) ?? { key: null }), right, costMicros: costMicros ?? 0 }]),
  )
}
