import type { TuttiError } from '../../shared/errors.ts'
import { told } from '../../shared/sentences/told.ts'
import { receive } from './durable-effects.ts'
import type { LiveRun } from './live-run.ts'
import { undoContext } from './run-context.ts'
import { undoAll } from './saga.ts'
import { FREE_SLOT } from './slots.ts'

/** Undoes what a failed or stopped run registered. That it is being stopped is committed first, so that a crash does not take it up again. */
export async function undoRun(live: LiveRun, error: TuttiError): Promise<void> {
  if (live.compensations.length === 0) return
  await live.committed()
  await live.emitDurably({ type: 'run-stopping', error: error.toInfo() }, 'run-stopping')
  await undoAll(live.compensations, {
    branch: (key) => undoContext(live, key),
    tell: (name, state, note, key) => live.emit({ type: 'compensation', name, state, ...told({ note }) }, `compensation:${key}`),
    ask: (path, wait, accept) => receive({ live, path, signal: live.undoSignal, slot: FREE_SLOT, undoing: true }, wait, accept),
  })
}
