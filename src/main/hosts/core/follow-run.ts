import { TuttiError } from '../../../shared/errors.ts'
import type { RunId } from '../../../shared/ids.ts'
import type { RunEvent, RunView } from '../../../shared/run.ts'
import { applyRunEvent } from '../../../shared/run-view.ts'
import { isLostConnection } from './remote-error.ts'
import type { Seat } from './seat.ts'

interface RunWatcher {
  readonly onView: (view: RunView) => void
  readonly onSnapshot: (view: RunView) => void
  readonly onEvent: (event: RunEvent) => void
}

/**
 * Watches a run to its end and returns the last view. When the core goes meanwhile, the run goes on in the next one,
 * which may be this process, and so does the watch.
 */
export async function followRun(seat: Seat, id: RunId, watcher: RunWatcher, signal: AbortSignal): Promise<RunView> {
  let interruptions = 0
  for (;;) {
    const client = await seat.connect()
    const core = seat.core()
    let view: RunView | undefined
    try {
      for await (const update of await client.runs.watch({ id, after: null }, { signal })) {
        if (update.type === 'snapshot') {
          view = update.view
          watcher.onSnapshot(view)
        } else {
          for (const event of update.events) {
            if (view !== undefined) view = applyRunEvent(view, event)
            watcher.onEvent(event)
          }
        }
        if (view === undefined) continue
        watcher.onView(view)
        if (view.state !== 'running') return view
      }
    } catch (error) {
      signal.throwIfAborted()
      if (!isLostConnection(error)) throw error
    }
    if (await seat.replaced(core)) continue
    interruptions += 1
    if (interruptions > 3) throw new TuttiError('core-gone', 'The run cannot be watched any more; tutti open shows how it goes.')
  }
}
