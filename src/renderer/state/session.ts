import type { StoreApi } from 'zustand/vanilla'
import { type AppState, createAppStore } from './app-store.ts'
import { reconnectDelay } from './back-off.ts'
import { callError, isRefused } from './call-error.ts'
import type { Client } from './client.ts'
import { type Conversations, createConversations } from './conversation-store.ts'
import type { Connection } from './follow.ts'
import { keptView, soloView } from './kept-view.ts'
import { createLinkGate, type LinkGate } from './link-gate.ts'
import { createOverlay, type OverlayStore } from './overlay.ts'
import { createRuns, type Runs } from './run-store.ts'
import { soloTab } from './solo-window.ts'
import type { SendBatch } from './tab-sync.ts'
import { createTabs, type TabStore } from './tabs.ts'
import { createToasts, type Toasts } from './toasts.ts'
import { wait } from './wait.ts'

/** Everything that the page knows; components reach it with the hooks of `use-session.ts`. */
export type Session = {
  readonly client: Client
  readonly connection: Connection
  readonly app: StoreApi<AppState>
  readonly conversations: Conversations
  readonly runs: Runs
  readonly tabs: TabStore
  readonly toasts: Toasts
  readonly links: LinkGate
  readonly overlay: OverlayStore
  /** The tab that this window was opened for; null in a window with a strip. */
  readonly solo: string | null
  /** Runs a call and says its error as a toast; undefined where it failed. */
  readonly attempt: <T>(work: Promise<T>) => Promise<T | undefined>
  readonly close: () => void
}

export function createSession(client: Client, connection: Connection): Session {
  const stop = new AbortController()
  const toasts = createToasts()
  const attempt = async <T>(work: Promise<T>): Promise<T | undefined> => {
    try {
      return await work
    } catch (thrown) {
      toasts.say(callError(thrown).message, null, 'bad')
      return undefined
    }
  }
  /** Tried until the core has answered: what a window showed must not be lost with a connection. */
  const sendTabChanges: SendBatch = async (batch) => {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.app.changeTabs({ by: batch.by, changes: [...batch.changes] })
        return 'taken'
      } catch (thrown) {
        if (isRefused(thrown)) toasts.say(callError(thrown).message, null, 'bad')
        if (isRefused(thrown) || stop.signal.aborted) return 'refused'
        await wait(reconnectDelay(attempt), stop.signal).catch(() => {})
      }
    }
  }
  const runs = createRuns(client, stop.signal)
  const conversations = createConversations(client, runs, stop.signal)
  const solo = soloTab()
  const kept = solo === null ? keptView : soloView(solo)
  const tabs = createTabs({ send: sendTabChanges, newId: () => crypto.randomUUID(), kept, solo: solo !== null })
  const app = createAppStore(
    client,
    {
      onSnapshot: (snapshot) => {
        tabs.take(snapshot.tabs)
        conversations.reloadAll()
      },
      onEvent: (event) => {
        conversations.onEvent(event)
        if (event.type === 'tabs-changed') tabs.hear(event)
        if (event.type === 'conversation-removed') tabs.dropConversation(event.id)
      },
    },
    stop.signal,
  )
  const flush = () => tabs.flush()
  window.addEventListener('pagehide', flush)
  document.addEventListener('visibilitychange', flush)
  return {
    client,
    connection,
    app,
    conversations,
    runs,
    tabs,
    toasts,
    links: createLinkGate(),
    overlay: createOverlay(),
    solo,
    attempt,
    close: () => {
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
      tabs.flush()
      stop.abort(new Error('The page is closing.'))
    },
  }
}
