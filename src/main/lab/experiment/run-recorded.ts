import type { Experiment, LabEntry } from '../../../shared/lab.ts'
import { runnable } from '../../kernel/runner.ts'
import { advanced } from '../../orchestrators/advanced/advanced.ts'
import { AdvancedInput, seatMembers } from '../../orchestrators/advanced/input.ts'
import type { CascadePolicy } from '../../orchestrators/advanced/routing/cascade-policy.ts'
import { taskTypeOf } from '../../orchestrators/advanced/task-type.ts'
import { type LabRow, LabStore, type StoredAnswer, type StoredQuestion } from '../../store/lab-store.ts'
import type { JobContext } from '../../store/worker/job.ts'
import { isRight } from '../grade.ts'
import type { RowsDone } from '../job-kinds.ts'
import { crossCalibrated } from '../learn/calibrate.ts'
import { LabelledSet } from '../learn/labelled-set.ts'
import { RecordedCore } from '../recorded-core.ts'

/** Questions between two writes. */
const CHUNK = 50

/** An entry ready to be asked: its policy depends on the question where it is calibrated. */
interface Ready {
  readonly place: number
  readonly entry: LabEntry
  readonly policyFor: ((number: number) => CascadePolicy) | null
}

/**
 * Takes every question of the experiment that has no row yet through the product's own orchestrator over the recorded answers. Each row is
 * stored; stopped or killed, it goes on where it was.
 */
export async function runRecorded(experiment: Experiment, context: JobContext<RowsDone>): Promise<null> {
  const store = new LabStore(context.db)
  const { dataSet } = experiment
  const taskType = ({ taskType: given, question }: StoredQuestion) => given || taskTypeOf(question).type
  const calibrated = experiment.entries.some(isCalibrated)
  const set = calibrated ? await LabelledSet.read(store, dataSet, taskType, () => context.breathe()) : null
  const ready = experiment.entries.map((entry, place): Ready => {
    const models = entry.members.map(({ model }) => model)
    return { place, entry, policyFor: set && isCalibrated(entry) ? crossCalibrated(set, models, entry.dial ?? 0.5) : null }
  })
  const table = new Table(new Map(store.models(dataSet).map(({ model, meanMicros }) => [model, meanMicros ?? 0])))
  const questionsToAsk = experiment.total / experiment.entries.length
  for (let after = 0; after < questionsToAsk; ) {
    const questions = store.questions(dataSet, after, Math.min(CHUNK, questionsToAsk - after))
    const [first] = questions
    const last = questions.at(-1)
    if (first === undefined || last === undefined) break
    const known = new Set(store.rows(experiment.id, first.number, last.number).map(({ entry, number }) => `${entry}/${number}`))
    const answers = Map.groupBy(store.answers(dataSet, first.number, last.number), ({ number }) => number)
    const rows: LabRow[] = []
    for (const question of questions) {
      const said = answers.get(question.number) ?? []
      for (const each of ready) {
        if (!known.has(`${each.place}/${question.number}`)) rows.push(await table.row(each, question, said, taskType(question)))
      }
      await context.breathe()
    }
    if (rows.length > 0) {
      await store.saveRows(experiment.id, rows)
      await context.emit({ rows: rows.length, micros: rows.reduce((sum, { costMicros }) => sum + costMicros, 0) })
    }
    after = last.number
  }
  return null
}

export function isCalibrated({ settings }: Pick<LabEntry, 'settings'>): boolean {
  return settings.strategy === 'cascade' && settings.stopOn === 'calibrated'
}

/** Asks one question at a time over what was recorded, and knows which answers were taken. */
class Table {
  #question = ''
  #answers: readonly StoredAnswer[] = []
  #taken: StoredAnswer[] = []
  readonly #strengths: ReadonlyMap<string, number>
  readonly #core = new RecordedCore([runnable(advanced)], (_, model) => this.#find(model))

  /** `strengths`: what a model's answers cost on average; the dearest settles ties. */
  constructor(strengths: ReadonlyMap<string, number>) {
    this.#strengths = strengths
  }

  async row(
    { place, entry, policyFor }: Ready,
    question: StoredQuestion,
    answers: readonly StoredAnswer[],
    taskType: string,
  ): Promise<LabRow> {
    this.#question = question.question
    this.#answers = answers
    this.#taken = []
    const policy = policyFor?.(question.number)
    const members = policy === undefined ? entry.members : entry.members.filter(({ model }) => policy.models.includes(model))
    const input = AdvancedInput.parse({
      settings: entry.settings,
      members: seatMembers(members, []).map((seat) => ({ ...seat, strength: this.#strengths.get(seat.model) ?? 0 })),
      system: entry.systemPrompt,
      turns: [{ role: 'user', parts: [{ type: 'text', text: question.question }] }],
      taskType,
      ...(policy === undefined ? {} : { policy }),
    })
    const { outcome, startedAt, endedAt } = await this.#core.run(advanced.id, input, { title: question.id, speakers: [] })
    const speaker = members.find(({ id }) => id === outcome?.by)
    const said = answers.find(({ model }) => model === speaker?.model)
    const answer = outcome?.answer ?? ''
    const timed = answers.some(({ latencyMs }) => latencyMs !== null)
    return {
      entry: place,
      number: question.number,
      runId: null,
      state: outcome === null ? 'failed' : 'done',
      answer,
      right: outcome !== null && (said?.right ?? isRight(answer, question.expected, question.question)),
      costMicros: this.#taken.reduce((sum, { costMicros }) => sum + (costMicros ?? 0), 0),
      latencyMs: timed ? (endedAt ?? startedAt) - startedAt : null,
      calls: this.#taken.length,
    }
  }

  #find(model: string) {
    const found = this.#answers.find((answer) => answer.model === model)
    if (found === undefined) return undefined
    this.#taken.push(found)
    return { ...found, question: this.#question }
  }
}
