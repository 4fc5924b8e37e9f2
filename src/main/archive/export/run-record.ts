import { TuttiError } from '../../../shared/errors.ts'
import type { RunId } from '../../../shared/ids.ts'
import type { RunView } from '../../../shared/run.ts'
import { runViewOf } from '../../../shared/run-view.ts'
import type { AttemptRecord, EffectRecord, RunRecord } from '../../kernel/journal.ts'
import type { Database } from '../../store/database.ts'
import { selectAttempts, selectEffects, selectEvents, selectRuns } from '../../store/run-rows.ts'

/** Everything that is kept of a run: the proof of how its answer came about. */
export interface RunDocument {
  readonly run: RunRecord
  readonly view: RunView
  readonly effects: readonly EffectRecord[]
  readonly attempts: readonly AttemptRecord[]
  readonly children: readonly RunDocument[]
}

/** Reads a run with the runs that it started. Throws 'not-found' where there is none. */
export function readRun(db: Database, id: RunId, check: () => void): RunDocument {
  check()
  const run = selectRuns(db, 'id = ?', id)[0]
  if (run === undefined) throw new TuttiError('not-found', `There is no run ${id}.`)
  return {
    run,
    view: runViewOf(id, selectEvents(db, id)),
    effects: selectEffects(db, id),
    attempts: selectAttempts(db, id),
    children: selectRuns(db, 'parent_id = ? ORDER BY number', id).map((child) => readRun(db, child.id, check)),
  }
}
