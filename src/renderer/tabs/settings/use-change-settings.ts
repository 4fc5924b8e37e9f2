import { useCallback } from 'react'
import type { Settings, SettingsChange } from '../../../shared/settings.ts'
import { useSession } from '../../state/use-session.ts'

/** Changes settings in the core, from what they are when it is called, so that another window's change is kept. */
export function useChangeSettings(): (change: (settings: Settings) => SettingsChange) => void {
  const { app, client, attempt } = useSession()
  return useCallback(
    (change) => {
      const { snapshot } = app.getState()
      if (snapshot) void attempt(client.settings.update(change(snapshot.settings)))
    },
    [app, client, attempt],
  )
}
