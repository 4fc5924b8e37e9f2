import { runnable } from '../../src/main/kernel/runner.ts'
import { labelAnswers } from '../../src/main/lab/learn/label-answers.ts'
import { RecordedCore } from '../../src/main/lab/recorded-core.ts'
import { advanced } from '../../src/main/orchestrators/advanced/advanced.ts'
import { AdvancedInput, seatMembers } from '../../src/main/orchestrators/advanced/input.ts'
import type { CascadePolicy } from '../../src/main/orchestrators/advanced/routing/cascade-policy.ts'
import type { CompleteQuestion } from '../../src/main/orchestrators/advanced/routing/labelled-question.ts'
import { Member, type StrategySettings } from '../../src/shared/preset.ts'
import { type RecordedQuestion, refOf } from './recorded-data.ts'

export interface Answered {
  readonly right: boolean
  readonly micros: number
  readonly calls: number
}

/** The product's own orchestrator over recorded answers, one question at a time. */
export class Replay {
  #question: RecordedQuestion | null = null
  #taken: string[] = []
  readonly #core = new RecordedCore([runnable(advanced)], (question, ref) => {
    const [model, answer] = [...(this.#question?.answers ?? [])].find(([name]) => refOf(name) === ref) ?? []
    if (model === undefined || answer === undefined) return undefined
    this.#taken.push(model)
    return { question, model: refOf(model), text: answer.text, costMicros: answer.costMicros, latencyMs: null }
  })

  /** `models`: the members, in order; the first is taken for the strongest. */
  async ask(question: RecordedQuestion, models: readonly string[], settings: StrategySettings, policy?: CascadePolicy): Promise<Answered> {
    this.#question = question
    this.#taken = []
    const members = models.map((model, place) => Member.parse({ id: `m${place + 1}`, model: refOf(model) }))
    const input = AdvancedInput.parse({
      settings,
      members: seatMembers(members, []).map((seat, place) => ({ ...seat, strength: members.length - place })),
      turns: [{ role: 'user', parts: [{ type: 'text', text: question.question }] }],
      taskType: question.dataSet,
      ...(policy === undefined ? {} : { policy }),
    })
    const { outcome } = await this.#core.run(advanced.id, input, { title: question.id, speakers: [] })
    const speaker = members.find(({ id }) => id === outcome?.by)
    return {
      // By the recorded label of the member whose words are shown, as the baseline is: not of others that said the same in other words.
      right: [...question.answers].some(([model, { right }]) => right && refOf(model) === speaker?.model),
      micros: this.#taken.reduce((sum, model) => sum + (question.answers.get(model)?.costMicros ?? 0), 0),
      calls: this.#taken.length,
    }
  }
}

/** What calibration learns from a question. */
export function labelled({ question, dataSet, answers }: RecordedQuestion, models: readonly string[]): CompleteQuestion {
  const stored = models.flatMap((model) => {
    const answer = answers.get(model)
    return answer === undefined ? [] : [{ ...answer, number: 1, model: refOf(model), latencyMs: null }]
  })
  const labels = labelAnswers(question, stored)
  return { taskType: dataSet, answers: models.flatMap((model) => labels.get(refOf(model)) ?? []) }
}
