import type { RunId } from '../../../shared/ids.ts'
import type { RunHistory } from '../../kernel/journal.ts'
import type { JobContext } from './job.ts'
import type { JobRunner } from './job-thread.ts'
import { type HistoryPart, historyJob } from './store-job-kinds.ts'

/** Rows of each kind in a part: what main takes over at a time stays under a few ms. */
const ROWS = 200

/** Reads a run's history in the worker; main puts it together piece by piece, with turns in between. */
export async function historyInParts(jobs: JobRunner, id: RunId): Promise<RunHistory | null> {
  const parts: HistoryPart[] = []
  const run = await jobs.run(historyJob, id, { onPart: (part) => void parts.push(part) })
  if (run === null) return null
  return {
    run,
    effects: parts.flatMap(({ effects }) => effects),
    attempts: parts.flatMap(({ attempts }) => attempts),
    events: parts.flatMap(({ events }) => events),
  }
}

/** In the worker: hands a history over in parts. */
export async function emitHistory(history: RunHistory, emit: JobContext<HistoryPart>['emit']): Promise<void> {
  const { effects, attempts, events } = history
  const most = Math.max(effects.length, attempts.length, events.length)
  for (let from = 0; from < most; from += ROWS) {
    const to = from + ROWS
    await emit({ effects: effects.slice(from, to), attempts: attempts.slice(from, to), events: events.slice(from, to) })
  }
}
