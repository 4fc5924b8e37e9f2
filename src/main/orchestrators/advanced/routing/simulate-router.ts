import type { ModelRef } from '../../../../shared/ids.ts'
import type { CompleteQuestion } from './labelled-question.ts'
import { seededRandom } from './seeded-random.ts'
import { type Evidence, NO_EVIDENCE, observed, weigh } from './thompson.ts'

export interface RouterTrial {
  readonly models: readonly ModelRef[]
  /** In the order in which they come; the answers in the order of `models`. */
  readonly questions: readonly CompleteQuestion[]
  /** Labelled questions that the router starts from; about 30 a type of task. */
  readonly prior: readonly CompleteQuestion[]
  readonly lambda: number
  /** The same seed, the same draws. */
  readonly seed: string
}

export interface RouterTrialResult {
  /** What the best fixed model of each type of task would have been worth more, over all questions, in right answers. */
  readonly regret: number
  readonly accuracy: number
  readonly meanMicros: number
  /** How often each model was asked. */
  readonly asked: readonly number[]
}

/** The adaptive router on questions whose answers are all known: one model is asked each time and only its answer is learned from. */
export function simulateRouter({ models, questions, prior, lambda, seed }: RouterTrial): RouterTrialResult {
  const random = seededRandom(seed)
  const known = new Map<string, Evidence[]>()
  const evidenceOf = (taskType: string) => {
    const evidence = known.get(taskType) ?? models.map(() => NO_EVIDENCE)
    known.set(taskType, evidence)
    return evidence
  }
  const costs = new Map<string, { sum: number; count: number }[]>()
  const costOf = (taskType: string) => {
    const cost = costs.get(taskType) ?? models.map(() => ({ sum: 0, count: 0 }))
    costs.set(taskType, cost)
    return cost
  }
  const learn = ({ taskType, answers }: CompleteQuestion, model: number) => {
    const evidence = evidenceOf(taskType)
    const cost = costOf(taskType)[model]
    const answer = answers[model]
    if (answer === undefined || cost === undefined) return
    evidence[model] = observed(evidence[model] ?? NO_EVIDENCE, answer.right ? 1 : 0, 1, 0)
    cost.sum += answer.costMicros
    cost.count += 1
  }
  for (const question of prior) for (const model of models.keys()) learn(question, model)
  const asked = models.map(() => 0)
  let [right, micros, worth] = [0, 0, 0]
  for (const question of questions) {
    const cost = costOf(question.taskType)
    const evidence = evidenceOf(question.taskType)
    const arms = models.map((model, index) => {
      const { sum, count } = cost[index] ?? { sum: 0, count: 0 }
      return { model, evidence: evidence[index] ?? NO_EVIDENCE, micros: count === 0 ? 0 : sum / count }
    })
    const [first] = weigh(arms, { lambda, explore: true, random })
    const chosen = first === undefined ? -1 : models.indexOf(first.model)
    const answer = question.answers[chosen]
    if (answer === undefined) continue
    learn(question, chosen)
    asked[chosen] = (asked[chosen] ?? 0) + 1
    right += answer.right ? 1 : 0
    micros += answer.costMicros
    worth += worthOf(answer, lambda)
  }
  const best = [...Map.groupBy(questions, ({ taskType }) => taskType).values()].reduce(
    (sum, group) => sum + bestFixed(group, models.length, lambda),
    0,
  )
  const count = Math.max(1, questions.length)
  return { regret: best - worth, accuracy: right / count, meanMicros: micros / count, asked }
}

function bestFixed(questions: readonly CompleteQuestion[], models: number, lambda: number): number {
  const totals = Array.from({ length: models }, (_, model) =>
    questions.reduce((sum, { answers }) => sum + (answers[model] === undefined ? 0 : worthOf(answers[model], lambda)), 0),
  )
  return Math.max(...totals)
}

/** Right answers less λ · cost; micro-dollars a call are a thousandth of a dollar per 1,000 calls. */
function worthOf({ right, costMicros }: { readonly right: boolean; readonly costMicros: number }, lambda: number): number {
  return (right ? 1 : 0) - (lambda * costMicros) / 1000
}
