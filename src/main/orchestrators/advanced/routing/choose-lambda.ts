import type { ModelRef } from '../../../../shared/ids.ts'
import type { CascadePolicy } from './cascade-policy.ts'
import { CascadeFit } from './fit-cascade.ts'
import type { CompleteQuestion } from './labelled-question.ts'
import { figuresOf, type PolicyFigures, replayPolicy } from './replay-policy.ts'

/** From asking nearly everybody to asking the cheapest model alone, whatever models cost. */
const LEAST_LAMBDA = 0.0005
const MOST_LAMBDA = 1_000
/** Halvings of the range on a logarithmic scale: λ is found to within 2 %. */
const STEPS = 10

/** Estimates what policies do on questions that they were not fitted on: each fold is replayed by a policy of the others. */
export class CrossValidation {
  readonly #folds: readonly { readonly fit: CascadeFit; readonly held: readonly CompleteQuestion[] }[]

  /** Every `folds`-th question is held out together; shuffle them first where their order means something. */
  constructor(models: readonly ModelRef[], questions: readonly CompleteQuestion[], folds = 4) {
    this.#folds = Array.from({ length: folds }, (_, fold) => ({
      fit: new CascadeFit(
        models,
        questions.filter((_question, index) => index % folds !== fold),
      ),
      held: questions.filter((_question, index) => index % folds === fold),
    }))
  }

  /** Accuracy, cost and calls to be expected at this λ. */
  figures(lambda: number): PolicyFigures {
    return figuresOf(
      this.#folds.flatMap(({ fit, held }) => {
        const policy = fit.policy(lambda)
        return held.map((question) => replayPolicy(policy, question))
      }),
    )
  }
}

export interface ChosenPolicy {
  readonly policy: CascadePolicy
  /** Cross-validated. */
  readonly expected: PolicyFigures
}

/** The best policy whose expected mean cost keeps to `meanMicros` a question; the cheapest there is where none does. */
export function policyWithin(models: readonly ModelRef[], questions: readonly CompleteQuestion[], meanMicros: number): ChosenPolicy {
  // Many folds: each then knows nearly as much as the policy of all questions, which spends what they do.
  const validation = new CrossValidation(models, questions, 8)
  let low = Math.log(LEAST_LAMBDA)
  let high = Math.log(MOST_LAMBDA)
  let expected = validation.figures(MOST_LAMBDA)
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2
    const figures = validation.figures(Math.exp(middle))
    if (figures.meanMicros <= meanMicros) {
      high = middle
      expected = figures
    } else low = middle
  }
  return { policy: new CascadeFit(models, questions).policy(Math.exp(high)), expected }
}
