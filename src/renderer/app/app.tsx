import { useStore } from 'zustand/react'
import { useSession } from '../state/use-session.ts'
import { LockedPage } from './locked-page.tsx'
import { Shell } from './shell.tsx'
import { StartingPage } from './starting-page.tsx'

/** The window: the shell once the core has answered. */
export function App() {
  const session = useSession()
  const connection = useStore(session.connection, (state) => state.state)
  const ready = useStore(session.app, (state) => state.snapshot !== null)
  if (connection === 'locked') return <LockedPage />
  return ready ? <Shell /> : <StartingPage />
}
