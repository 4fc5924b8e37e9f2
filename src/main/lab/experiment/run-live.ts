import { TuttiError } from '../../../shared/errors.ts'
import { RunId } from '../../../shared/ids.ts'
import type { Experiment, LabEntry } from '../../../shared/lab.ts'
import type { RunView } from '../../../shared/run.ts'
import type { LabRow, LabStore, StoredQuestion } from '../../store/lab-store.ts'
import { isRight } from '../grade.ts'

/** Runs at a time; the limits of each account stand behind them. */
const TOGETHER = 4
const CHUNK = 50

export interface LiveParts {
  readonly store: LabStore
  /** Starts a durable run of one question. */
  readonly ask: (entry: LabEntry, question: string, budgetMicros: number | null, allowNoPrice: boolean) => Promise<{ runId: RunId }>
  readonly ended: (id: RunId) => Promise<void>
  readonly view: (id: RunId) => Promise<RunView>
  readonly onRow: (row: LabRow) => void
}

/**
 * Asks what has no row yet, each as a run of the app: durable, in the budget, in the list of runs. A row is open from its run's start, so
 * that a new process finds the run instead of asking again. Stops at the signal when the runs that go on have ended, and with
 * 'budget-exceeded' where the experiment's money is spent.
 */
export async function runLive(experiment: Experiment, parts: LiveParts, signal: AbortSignal): Promise<void> {
  const { store } = parts
  let spent = experiment.spentMicros
  const count = experiment.total / experiment.entries.length
  for (let after = 0; after < count; ) {
    const questions = store.questions(experiment.dataSet, after, Math.min(CHUNK, count - after))
    const [first] = questions
    const last = questions.at(-1)
    if (first === undefined || last === undefined) return
    const known = new Map(store.rows(experiment.id, first.number, last.number).map((row) => [`${row.entry}/${row.number}`, row]))
    const tasks = questions.flatMap((question) =>
      experiment.entries.flatMap((entry, place) => {
        const row = known.get(`${place}/${question.number}`)
        return row === undefined || row.state === 'open' ? [{ question, entry, place, runId: row?.runId ?? null }] : []
      }),
    )
    const work = tasks.values()
    const worker = async () => {
      for (const task of work) {
        if (signal.aborted) return
        const { budgetMicros, allowNoPrice } = experiment
        const left = budgetMicros === null ? null : budgetMicros - spent
        if (left !== null && left <= 0)
          throw new TuttiError('budget-exceeded', 'The money for this experiment is spent. Give it more and go on.')
        const runId =
          task.runId === null ? (await parts.ask(task.entry, task.question.question, left, allowNoPrice)).runId : RunId.parse(task.runId)
        if (task.runId === null) await store.saveRows(experiment.id, [openRow(task.place, task.question.number, runId)])
        await parts.ended(runId)
        const row = rowOf(task.place, task.question, await parts.view(runId))
        if (row === null) return
        await store.saveRows(experiment.id, [row])
        spent += row.costMicros
        parts.onRow(row)
      }
    }
    const settled = await Promise.allSettled(Array.from({ length: TOGETHER }, worker))
    const failed = settled.find((each) => each.status === 'rejected')
    if (failed) throw failed.reason
    if (signal.aborted) return
    after = last.number
  }
}

function openRow(entry: number, number: number, runId: string): LabRow {
  return { entry, number, runId, state: 'open', answer: '', right: false, costMicros: 0, latencyMs: null, calls: 0 }
}

/** Null where the run goes on at the next start. */
function rowOf(entry: number, { number, question, expected }: StoredQuestion, view: RunView): LabRow | null {
  if (view.state === 'running') return null
  const answer = view.outcome?.answer ?? ''
  return {
    entry,
    number,
    runId: view.id,
    state: view.outcome === null ? 'failed' : 'done',
    answer,
    right: isRight(answer, expected, question),
    costMicros: view.costMicros,
    latencyMs: view.endedAt === null ? null : view.endedAt - view.startedAt,
    calls: view.speakers.filter(({ askedAt }) => askedAt !== null).length,
  }
}
