import { lambdaAt } from '../../../shared/dial-lambda.ts'
import type { ModelRef } from '../../../shared/ids.ts'
import { CrossValidation } from '../../orchestrators/advanced/routing/choose-lambda.ts'
import { CascadeFit } from '../../orchestrators/advanced/routing/fit-cascade.ts'
import type { CompleteQuestion } from '../../orchestrators/advanced/routing/labelled-question.ts'
import { figuresOf, replayPolicy } from '../../orchestrators/advanced/routing/replay-policy.ts'
import { dearestOf } from './calibrate.ts'
import type { LearnedPolicy } from './learned-state.ts'

/** Places of the dial that are fitted; one between them takes the cheaper. */
export const DIAL_GRID = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const

/**
 * A policy for each place of the dial. Turned up, the questions it was fitted on never become cheaper: where smoothing would make a step
 * do so, the step before stays. The figures shown are of questions that the policy had not seen.
 */
export function fitAlongDial(models: readonly ModelRef[], questions: readonly CompleteQuestion[]): LearnedPolicy[] {
  const fit = new CascadeFit(models, questions)
  const validation = new CrossValidation(models, questions, 2)
  const dearest = dearestOf(questions)
  const steps: LearnedPolicy[] = []
  let spent = -1
  for (const dial of DIAL_GRID) {
    const lambda = lambdaAt(dial, dearest)
    const policy = fit.policy(lambda)
    const { meanMicros } = figuresOf(questions.map((question) => replayPolicy(policy, question)))
    const before = steps.at(-1)
    if (before !== undefined && meanMicros < spent) {
      steps.push({ ...before, dial })
      continue
    }
    spent = meanMicros
    const expected = validation.figures(lambda)
    steps.push({ dial, lambda, accuracy: expected.accuracy, meanMicros: expected.meanMicros, calls: expected.meanCalls, policy })
  }
  return steps
}

/** The step for a place of the dial: the last that is not above it. */
export function stepAt<S extends { readonly dial: number }>(steps: readonly S[], dial: number): S | undefined {
  return steps.findLast((step) => step.dial <= dial + 1e-9) ?? steps[0]
}
