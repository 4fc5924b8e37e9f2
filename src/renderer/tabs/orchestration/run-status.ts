import type { RunState, RunView } from '../../../shared/run.ts'
import type { RunSummary } from '../../../shared/run-inspection.ts'

/** What a run is doing, in the words of the page. */
export type RunStatus = RunState | 'waiting' | 'paused' | 'stopping'

/** A wait of this kind ends by itself. */
export function waitsForPerson(wait: RunView['waits'][number]): boolean {
  return wait.kind !== 'timer'
}

export function statusOfView(run: RunView): RunStatus {
  if (run.state !== 'running') return run.state
  if (run.stopping) return 'stopping'
  if (run.waits.some(waitsForPerson)) return 'waiting'
  return run.paused ? 'paused' : 'running'
}

export function statusOfSummary(run: RunSummary): RunStatus {
  if (run.state !== 'running') return run.state
  if (run.waitsForYou > 0) return 'waiting'
  return run.paused ? 'paused' : 'running'
}
