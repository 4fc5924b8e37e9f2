import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'

/** The width in px of the side in which a component stands, where two tabs are shown side by side; null: it has the window. */
export const FrameWidth = createContext<number | null>(null)

/** Under 880 px. */
export const NARROW = '(width < 55rem)'
/** Under 1180 px. */
export const NOT_WIDE = '(width < 73.75rem)'

/** Whether a media query holds; one of the two widths is asked of the side where a component stands. */
export function useMedia(query: string): boolean {
  const frame = useContext(FrameWidth)
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  const holds = useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
  const rem = /^\(width < ([\d.]+)rem\)$/.exec(query)?.[1]
  if (frame === null || rem === undefined) return holds
  return frame < Number(rem) * 16
}
