import { useStore } from 'zustand/react'
import { TuttiError } from '../../shared/errors.ts'
import type { Look } from '../tabs/tab-kind.ts'
import type { Session } from './session.ts'
import { useSession } from './use-session.ts'

/** What titles and states of tabs are made of, at this moment. */
export function lookOf({ app, runs }: Pick<Session, 'app' | 'runs'>): Look {
  const { snapshot } = app.getState()
  if (!snapshot) throw new TuttiError('internal', 'The app state was read before it arrived.')
  return { app: snapshot, runs: runs.store.getState() }
}

/** A word or number made of what the page knows. `select` returns a primitive: it is called at each change of the app and of a run. */
export function useLook<T extends string | number | boolean | null>(select: (look: Look) => T): T {
  const session = useSession()
  const read = () => select(lookOf(session))
  useStore(session.app, read)
  return useStore(session.runs.store, read)
}
