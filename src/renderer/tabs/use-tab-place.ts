import { createContext, useCallback, useContext } from 'react'
import { useSession, useTabs } from '../state/use-session.ts'

/** The id of the tab that a component is in; null outside of the stage. */
export const TabContext = createContext<string | null>(null)

type TabPlace = {
  /** Where in the tab the user is, in the tab's own form; '' at first. It outlives a reload and is what links lead to. */
  readonly place: string
  readonly go: (place: string) => void
}

/** The place in the tab around a component, or in the one tab of this kind where there is none around it. */
export function useTabPlace(kind: string): TabPlace {
  const { tabs } = useSession()
  const inside = useContext(TabContext)
  const place = useTabs((state) => state.open.find((tab) => (inside === null ? tab.kind === kind : tab.id === inside))?.place ?? '')
  const go = useCallback(
    (next: string) => (inside === null ? tabs.open(kind, next) : tabs.change(inside, { place: next })),
    [tabs, kind, inside],
  )
  return { place, go }
}
