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

/** Who says what, of those that gave the answer that was picked. */
export interface Saying {
  readonly wording: string
  /** What its vote counts. */
  readonly weight: number
}

/**
 * Whose words stand for an answer that several gave: of the wording with the greatest weight behind it, the one whose own vote counts most;
 * earlier ones first. `[1,2]` and `[1, 2]` are one answer, and a table of labels may still hold that only one of them is right.
 */
export function speakerOf<S extends Saying>(camp: readonly S[]): S | undefined {
  const behind = new Map<string, number>()
  for (const { wording, weight } of camp) behind.set(wording, (behind.get(wording) ?? 0) + weight)
  const [first] = camp.toSorted((a, b) => (behind.get(b.wording) ?? 0) - (behind.get(a.wording) ?? 0) || b.weight - a.weight)
  return first
}
