import type { CompleteQuestion } from './labelled-question.ts'
import type { Answers } from './partition.ts'

/** Wrong answers that a model is taken to choose among: agreeing on one of them by chance is that unlikely. */
const WRONG_ANSWERS = 4

/**
 * Weights of a vote in log-odds, ln(p/(1−p)) + ln(K−1), by how often each model was right (Laplace-smoothed).
 * Nitzan and Paroush, "Optimal decision rules in uncertain dichotomous choice situations", 1982.
 */
export function voteWeights(questions: readonly CompleteQuestion[], models: number): number[] {
  return Array.from({ length: models }, (_, model) => {
    const right = questions.filter(({ answers }) => answers[model]?.right).length
    const share = (right + 1) / (questions.length + 2)
    return Math.log(share / (1 - share)) + Math.log(WRONG_ANSWERS)
  })
}

/** The answer with the greatest weight behind it, earlier ones first; null where nobody answered. */
export function weightedPick(answers: Answers, weights: readonly number[]): string | null {
  const totals = new Map<string, number>()
  for (const [model, answer] of answers.entries()) {
    if (answer === undefined || answer === null) continue
    totals.set(answer, (totals.get(answer) ?? 0) + (weights[model] ?? 0))
  }
  let best: string | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const [answer, total] of totals) {
    if (total <= most) continue
    best = answer
    most = total
  }
  return best
}
