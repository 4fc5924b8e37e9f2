import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RunId } from '../../shared/ids.ts'
import type { RunUpdate, RunView } from '../../shared/run.ts'
import { applyRunEvents } from '../../shared/run-view.ts'
import type { Client } from './client.ts'
import { follow } from './follow.ts'
import { throttle } from './throttle.ts'

/** React hears of a run at most this often. */
export const FLUSH_MS = 50

export type RunStates = StoreApi<ReadonlyMap<RunId, RunView>>
export type Runs = {
  readonly store: RunStates
  /** Takes views that came with a conversation, at once, and follows those runs that go on. */
  readonly put: (...views: readonly RunView[]) => void
  /** Asks for the view of a run that is over and did not come with its conversation. */
  readonly load: (id: RunId) => void
  /** Follows a run of which nothing is known yet. */
  readonly watch: (id: RunId) => void
  readonly forget: (ids: Iterable<RunId>) => void
}

export function applyRunUpdate(view: RunView | null, update: RunUpdate): RunView | null {
  if (update.type === 'snapshot') return view !== null && view.seq > update.view.seq ? view : update.view
  return view === null ? null : applyRunEvents(view, update.events)
}

/** Views of runs, kept while their conversation is open in a tab, also where its page is not shown. */
export function createRuns(client: Client, signal: AbortSignal): Runs {
  const store: RunStates = createStore<ReadonlyMap<RunId, RunView>>(() => new Map())
  const pending = new Map<RunId, RunView>()
  const watchers = new Map<RunId, AbortController>()
  const loading = new Set<RunId>()
  const show = () => {
    if (pending.size === 0) return
    store.setState((views) => new Map([...views, ...pending]), true)
    pending.clear()
  }
  const flusher = throttle(show, FLUSH_MS)
  const latest = (id: RunId) => pending.get(id) ?? store.getState().get(id) ?? null
  const change = (view: RunView) => {
    if (latest(view.id) === view) return
    pending.set(view.id, view)
    flusher.request()
  }

  const watch = (id: RunId) => {
    if (watchers.has(id)) return
    const controller = new AbortController()
    watchers.set(id, controller)
    const stopped = AbortSignal.any([signal, controller.signal])
    const finished = () => (latest(id)?.state ?? 'running') !== 'running'
    void follow<RunUpdate>({
      open: (after, openSignal) => client.runs.watch({ id, after }, { signal: openSignal }),
      after: () => latest(id)?.seq ?? null,
      apply: (update) => {
        if (stopped.aborted) return
        const view = applyRunUpdate(latest(id), update)
        if (view) change(view)
      },
      finished,
      onError: () => {},
      signal: stopped,
    }).finally(() => {
      if (watchers.get(id) === controller) watchers.delete(id)
    })
  }

  const put = (...views: readonly RunView[]) => {
    for (const view of views) {
      const known = latest(view.id)
      if (known === null || known.seq <= view.seq) pending.set(view.id, view)
    }
    show()
    for (const view of views) if (view.state === 'running') watch(view.id)
  }

  return {
    store,
    put,
    load: (id) => {
      if (latest(id) !== null || loading.has(id)) return
      loading.add(id)
      void client.runs
        .get({ id }, { signal })
        .then(put, () => {})
        .finally(() => loading.delete(id))
    },
    watch,
    forget: (ids) => {
      for (const id of ids) {
        watchers.get(id)?.abort(new Error('The tab was closed.'))
        watchers.delete(id)
        pending.delete(id)
      }
      const gone = new Set(ids)
      store.setState((views) => new Map([...views].filter(([id]) => !gone.has(id))), true)
    },
  }
}
