import { lazy, Suspense } from 'react'
import { useStore } from 'zustand/react'
import { useSession } from '../state/use-session.ts'

const PLACES = {
  palette: lazy(() => import('./palette/palette.tsx')),
  keys: lazy(() => import('./keys-legend.tsx')),
  tour: lazy(() => import('./tour/tour.tsx')),
}

/** What lies over the window, loaded when it is first asked for. */
export function Overlays() {
  const shown = useStore(useSession().overlay, (state) => state.shown)
  if (shown === null) return null
  const Place = PLACES[shown]
  return (
    <Suspense fallback={null}>
      <Place />
    </Suspense>
  )
}
