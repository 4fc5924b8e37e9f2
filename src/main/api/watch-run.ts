import type { RunId } from '../../shared/ids.ts'
import type { RunUpdate } from '../../shared/run.ts'
import type { Runner } from '../kernel/runner.ts'

/** A live run's events from `after` on; of an ended run one snapshot. Ends with the run. */
export async function* watchRun(runner: Runner, id: RunId, after: number | null, signal?: AbortSignal): AsyncGenerator<RunUpdate> {
  const live = runner.live(id)
  if (live) {
    yield* live.log.watch(after, signal)
    return
  }
  const view = await runner.view(id)
  if (after === null || view.seq !== after) yield { type: 'snapshot', view }
}
