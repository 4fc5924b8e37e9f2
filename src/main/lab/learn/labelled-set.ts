import type { ModelRef } from '../../../shared/ids.ts'
import type { CompleteQuestion, LabelledAnswer } from '../../orchestrators/advanced/routing/labelled-question.ts'
import type { LabStore, StoredQuestion } from '../../store/lab-store.ts'
import { seededRandom } from '../statistics.ts'
import { labelAnswers } from './label-answers.ts'

/** More calibrate no better, and have to be held in memory. */
const MOST_QUESTIONS = 6_000
const CHUNK = 200

interface Labelled {
  readonly number: number
  readonly taskType: string
  readonly answers: ReadonlyMap<ModelRef, LabelledAnswer>
}

/** Questions of a data set with what each recorded model said to them, for calibration. */
export class LabelledSet {
  readonly #questions: readonly Labelled[]

  private constructor(questions: readonly Labelled[]) {
    this.#questions = questions
  }

  /** `taskTypeOf`: by what a question is looked up later. `breathe`: gives way between chunks. */
  static async read(
    store: LabStore,
    dataSet: string,
    taskTypeOf: (question: StoredQuestion) => string,
    breathe: () => Promise<void>,
  ): Promise<LabelledSet> {
    const labelled: Labelled[] = []
    for (let after = 0; labelled.length < MOST_QUESTIONS; ) {
      const questions = store.questions(dataSet, after, CHUNK)
      const [first] = questions
      const last = questions.at(-1)
      if (first === undefined || last === undefined) break
      const answers = Map.groupBy(store.answers(dataSet, first.number, last.number), ({ number }) => number)
      for (const question of questions) {
        const said = answers.get(question.number)
        if (said === undefined) continue
        labelled.push({ number: question.number, taskType: taskTypeOf(question), answers: labelAnswers(question.question, said) })
      }
      after = last.number
      await breathe()
    }
    return new LabelledSet(labelled)
  }

  /** Those that all of these models answered, in a random order that is always the same; `half` alone where it is given. */
  complete(models: readonly ModelRef[], half?: 0 | 1): CompleteQuestion[] {
    const random = seededRandom(7)
    return this.#questions
      .flatMap(({ number, taskType, answers }) => {
        if (half !== undefined && halfOf(number) !== half) return []
        const given = models.flatMap((model) => answers.get(model) ?? [])
        return given.length === models.length ? [{ order: random(), question: { taskType, answers: given } }] : []
      })
      .toSorted((a, b) => a.order - b.order)
      .map(({ question }) => question)
  }
}

/** In which half a question is: what is fitted on one is tried on the other. */
export function halfOf(number: number): 0 | 1 {
  return seededRandom(number * 7_919)() < 0.5 ? 0 : 1
}
