import { createContext, useContext } from 'react'
import { useStore } from 'zustand/react'
import type { AppSnapshot, Tabs } from '../../shared/app-state.ts'
import { TuttiError } from '../../shared/errors.ts'
import type { ConversationId, RunId } from '../../shared/ids.ts'
import type { RunView } from '../../shared/run.ts'
import type { ConversationEntry } from './conversation-store.ts'
import type { Session } from './session.ts'

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new TuttiError('internal', 'A component was used outside of a session.')
  return session
}

/** A part of the shell's state. The shell renders nothing before the first snapshot, so there always is one. */
export function useApp<T>(select: (snapshot: AppSnapshot) => T): T {
  return useStore(useSession().app, (state) => {
    if (!state.snapshot) throw new TuttiError('internal', 'The app state was read before it arrived.')
    return select(state.snapshot)
  })
}

export function useTabs<T>(select: (tabs: Tabs) => T): T {
  return useStore(useSession().tabs.store, select)
}

export function useConversation(id: ConversationId | null): ConversationEntry | undefined {
  return useStore(useSession().conversations.store, (all) => (id === null ? undefined : all.get(id)))
}

/** A part of a run's view; `undefined` until the run is known. */
export function useRun<T>(id: RunId | null, select: (view: RunView) => T): T | undefined {
  return useStore(useSession().runs.store, (views) => {
    const view = id === null ? undefined : views.get(id)
    return view === undefined ? undefined : select(view)
  })
}
