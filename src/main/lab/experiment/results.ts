import type { EntryResult, Experiment, ExperimentResults } from '../../../shared/lab.ts'
import { groupAnswers } from '../../orchestrators/advanced/consensus/group-answers.ts'
import type { Database } from '../../store/database.ts'
import { type LabRow, LabStore } from '../../store/lab-store.ts'
import { averageQuality, mean, meanWithInterval, pairedDifference, paretoFront, percentile } from '../statistics.ts'

const CHUNK = 500

/** What is kept of an entry's rows: numbers alone, so that a million questions fit. By question. */
interface Columns {
  readonly right: Map<number, number>
  readonly cost: Map<number, number>
  readonly latency: number[]
  calls: number
  escalated: number
  failed: number
  readonly tasks: Map<string, { right: number; micros: number; asked: number }>
}

/** The figures of an experiment, of what has been done so far. */
export async function experimentResults(experiment: Experiment, db: Database, breathe: () => Promise<void>): Promise<ExperimentResults> {
  const columns = experiment.entries.map(
    (): Columns => ({
      right: new Map(),
      cost: new Map(),
      latency: [],
      calls: 0,
      escalated: 0,
      failed: 0,
      tasks: new Map(),
    }),
  )
  let differing = 0
  for await (const { rows, taskType, question } of questionRows(experiment, db, breathe)) {
    for (const row of rows) add(columns[row.entry], row, taskType)
    if (rows.length === experiment.entries.length && differ(rows, question)) differing += 1
  }
  const accuracies = columns.map(({ right }) => mean([...right.values()]))
  const reference = referenceOf(experiment, accuracies)
  const points = columns.map((column, place) => ({ place, quality: accuracies[place] ?? 0, cost: mean([...column.cost.values()]) }))
  const front = new Set(paretoFront(points.filter(({ place }) => (columns[place]?.right.size ?? 0) > 0)).map(({ place }) => place))
  const entries = columns.map((column, place) => resultOf(experiment, place, column, columns, reference, front.has(place)))
  return { entries, ...quality(experiment, points), reference, differing }
}

/** Rows of one question, for every question in order. */
export async function* questionRows(experiment: Experiment, db: Database, breathe: () => Promise<void>) {
  const store = new LabStore(db)
  for (let after = 0; ; ) {
    const questions = store.questions(experiment.dataSet, after, CHUNK)
    const [first] = questions
    const last = questions.at(-1)
    if (first === undefined || last === undefined) return
    const byQuestion = Map.groupBy(
      store.rows(experiment.id, first.number, last.number).filter((row) => counts(experiment, row)),
      ({ number }) => number,
    )
    for (const question of questions) {
      const rows = byQuestion.get(question.number)
      if (rows !== undefined) yield { ...question, rows }
    }
    after = last.number
    await breathe()
  }
}

/** Not what is still open, nor what nobody was recorded on: that says nothing of who answers. */
function counts({ recorded }: Experiment, { state, calls }: LabRow): boolean {
  return state !== 'open' && !(recorded && state === 'failed' && calls === 0)
}

/** Whether some of the answers are unlike. Where right and wrong stand beside each other, they are. */
export function differ(rows: readonly LabRow[], question: string): boolean {
  if (new Set(rows.map(({ right }) => right)).size > 1) return true
  if (rows.every(({ right }) => right) || new Set(rows.map(({ answer }) => answer)).size <= 1) return false
  const ballots = rows.map(({ entry, answer }) => ({ member: String(entry), number: entry + 1, strength: 0, text: answer }))
  return groupAnswers(ballots, question).length > 1
}

function add(column: Columns | undefined, row: LabRow, taskType: string): void {
  if (column === undefined) return
  column.right.set(row.number, row.right ? 1 : 0)
  column.cost.set(row.number, row.costMicros)
  if (row.latencyMs !== null) column.latency.push(row.latencyMs)
  column.calls += row.calls
  column.escalated += row.calls > 1 ? 1 : 0
  column.failed += row.state === 'failed' ? 1 : 0
  const task = column.tasks.get(taskType) ?? { right: 0, micros: 0, asked: 0 }
  column.tasks.set(taskType, { right: task.right + (row.right ? 1 : 0), micros: task.micros + row.costMicros, asked: task.asked + 1 })
}

/** The best single model; the first entry where none was alone. */
function referenceOf({ entries }: Experiment, accuracies: readonly number[]): number | null {
  const singles = entries.flatMap(({ single }, place) => (single ? [place] : []))
  if (singles.length === 0) return entries.length > 1 ? 0 : null
  return singles.reduce((best, place) => ((accuracies[place] ?? 0) > (accuracies[best] ?? 0) ? place : best))
}

function resultOf(
  experiment: Experiment,
  place: number,
  column: Columns,
  all: readonly Columns[],
  reference: number | null,
  onFront: boolean,
): EntryResult {
  const asked = Math.max(1, column.right.size)
  const against = reference === null || reference === place ? undefined : all[reference]
  const shared = against === undefined ? [] : [...column.right.keys()].filter((number) => against.right.has(number))
  return {
    name: experiment.entries[place]?.name ?? '',
    single: experiment.entries[place]?.single ?? false,
    asked: column.right.size,
    failed: column.failed,
    accuracy: meanWithInterval([...column.right.values()]),
    cost: meanWithInterval([...column.cost.values()]),
    calls: column.calls / asked,
    latencyMs: column.latency.length === 0 ? null : { p50: percentile(column.latency, 0.5), p95: percentile(column.latency, 0.95) },
    escalated: column.escalated / asked,
    difference:
      against === undefined
        ? null
        : pairedDifference(
            shared.map((number) => column.right.get(number) ?? 0),
            shared.map((number) => against.right.get(number) ?? 0),
          ),
    onFront,
    byTask: [...column.tasks].map(([taskType, task]) => ({
      taskType,
      accuracy: task.right / task.asked,
      meanMicros: task.micros / task.asked,
      asked: task.asked,
    })),
  }
}

/** Between the cheapest single model and the best one, as in RouterBench. */
function quality(
  { entries }: Experiment,
  points: readonly { readonly place: number; readonly quality: number; readonly cost: number }[],
): Pick<ExperimentResults, 'aiq' | 'aiqSingles'> {
  const singles = points.filter(({ place }) => entries[place]?.single)
  const [first] = singles
  if (first === undefined || singles.length < 2) return { aiq: null, aiqSingles: null }
  const from = Math.min(...singles.map(({ cost }) => cost))
  const to = singles.reduce((best, each) => (each.quality > best.quality ? each : best), first).cost
  if (to <= from) return { aiq: null, aiqSingles: null }
  return { aiq: averageQuality(points, from, to), aiqSingles: averageQuality(singles, from, to) }
}
