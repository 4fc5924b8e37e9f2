import { useCallback } from 'react'
import type { Settings, SettingsChange } from '../../../shared/settings.ts'
import { useSession } from '../../state/use-session.ts'

/** By session: the change that is on its way, and what the settings are behind it. */
const underWay = new WeakMap<object, Promise<Settings | undefined>>()

/**
 * Changes settings in the core, from what they are when it is called, so that another window's change is kept. One after the other:
 * leaving a field and pressing the button beside it are two changes, and the second starts from the first.
 */
export function useChangeSettings(): (change: (settings: Settings) => SettingsChange) => void {
  const { app, client, attempt } = useSession()
  return useCallback(
    (change) => {
      const before = underWay.get(app) ?? Promise.resolve(undefined)
      const done = before.then((known) => {
        const settings = known ?? app.getState().snapshot?.settings
        return settings && attempt(client.settings.update(change(settings)))
      })
      underWay.set(app, done)
      void done.finally(() => {
        if (underWay.get(app) === done) underWay.delete(app)
      })
    },
    [app, client, attempt],
  )
}
