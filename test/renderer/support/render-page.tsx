import { cleanup, render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createSession, type Session } from '../../../src/renderer/state/session.ts'
import type { ConnectionState } from '../../../src/renderer/state/transport.ts'
import { SessionContext } from '../../../src/renderer/state/use-session.ts'
import { type ScriptedCore, scriptedCore } from './scripted-core.ts'

const open: Session[] = []
afterEach(() => {
  cleanup()
  for (const session of open.splice(0)) session.close()
})

/** A session on a scripted core, once its first snapshot is there. */
export async function startSession(core: ScriptedCore = scriptedCore()): Promise<Session> {
  const connection = createStore<{ readonly state: ConnectionState }>(() => ({ state: 'open' }))
  const session = createSession(core.client, connection)
  open.push(session)
  await new Promise<void>((resolve) => {
    const check = () => session.app.getState().snapshot !== null && resolve()
    session.app.subscribe(check)
    check()
  })
  return session
}

export function renderIn(session: Session, element: ReactElement) {
  return render(<SessionContext value={session}>{element}</SessionContext>)
}
