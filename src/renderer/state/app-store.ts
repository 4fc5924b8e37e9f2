import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppEvent, AppSnapshot, AppUpdate } from '../../shared/app-state.ts'
import { applyAppUpdate } from './app-reducer.ts'
import { withOwnNames } from './built-in-names.ts'
import { callError } from './call-error.ts'
import type { Client } from './client.ts'
import { follow } from './follow.ts'

/** `snapshot` is null until the core has answered once. */
export type AppState = { readonly snapshot: AppSnapshot | null; readonly error: string | null }

type AppListener = {
  readonly onEvent: (event: AppEvent) => void
  /** A fresh snapshot: whatever was loaded beside it may be old. */
  readonly onSnapshot: (snapshot: AppSnapshot) => void
}

/** Follows the core's state; listeners hear each event after it was applied. */
export function createAppStore(client: Client, listener: AppListener, signal: AbortSignal): StoreApi<AppState> {
  const store = createStore<AppState>(() => ({ snapshot: null, error: null }))
  const apply = (told: AppUpdate) => {
    const update = withOwnNames(told)
    const before = store.getState().snapshot?.seq ?? -1
    store.setState({ snapshot: applyAppUpdate(store.getState().snapshot, update), error: null })
    if (update.type === 'snapshot') listener.onSnapshot(update.snapshot)
    else for (const event of update.events) if (event.seq > before) listener.onEvent(event)
  }
  void follow<AppUpdate>({
    open: (after, openSignal) => client.app.watch({ after }, { signal: openSignal }),
    after: () => store.getState().snapshot?.seq ?? null,
    apply,
    finished: () => false,
    onError: (thrown) => store.setState({ error: callError(thrown).message }),
    signal,
  })
  return store
}
