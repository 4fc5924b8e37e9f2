import { advise, type CascadePolicy, weightsFor } from './cascade-policy.ts'
import { type CompleteQuestion, isRightOf } from './labelled-question.ts'

/** What a policy would have done on a question whose answers are all known. */
export interface Replayed {
  readonly right: boolean
  readonly costMicros: number
  /** Places of the models asked, in order. */
  readonly asked: readonly number[]
}

/** Follows the policy through recorded answers. */
export function replayPolicy(policy: CascadePolicy, question: CompleteQuestion): Replayed {
  const { taskType, answers } = question
  const given: (string | null | undefined)[] = answers.map(() => undefined)
  const asked: number[] = []
  let costMicros = 0
  for (;;) {
    const { next, pick } = advise(policy, taskType, given)
    const answer = next === null ? undefined : answers[next]
    if (next === null || answer === undefined) {
      return { right: isRightOf(question, given, pick, weightsFor(policy, taskType)), costMicros, asked }
    }
    given[next] = answer.key
    costMicros += answer.costMicros
    asked.push(next)
  }
}

/** Shares and means over questions. */
export interface PolicyFigures {
  readonly accuracy: number
  readonly meanMicros: number
  readonly meanCalls: number
}

export function figuresOf(replayed: readonly Replayed[]): PolicyFigures {
  const mean = (value: (each: Replayed) => number) => replayed.reduce((sum, each) => sum + value(each), 0) / Math.max(1, replayed.length)
  return {
    accuracy: mean(({ right }) => (right ? 1 : 0)),
    meanMicros: mean(({ costMicros }) => costMicros),
    meanCalls: mean(({ asked }) => asked.length),
  }
}
