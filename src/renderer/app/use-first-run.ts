import { useEffect } from 'react'
import { useSession } from '../state/use-session.ts'
import { tourIsOver } from './tour/tour-steps.ts'

/** Offers the tour once, where nothing was ever asked. */
export function useFirstRun(): void {
  const session = useSession()
  useEffect(() => {
    const { snapshot } = session.app.getState()
    const isFirst = session.solo === null && snapshot?.conversations.length === 0 && !tourIsOver()
    if (isFirst) session.overlay.show('tour')
  }, [session])
}
