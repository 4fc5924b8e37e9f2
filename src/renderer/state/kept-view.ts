import { TabView } from '../../shared/tab.ts'
import type { KeptView } from './tabs.ts'

const KEY = 'tutti-view'

/** A window for one tab shows that one, whatever its opener showed. */
export const soloView = (activeId: string): KeptView => ({ read: () => TabView.parse({ activeId }), write: () => {} })

/** What this window shows, kept while it is open: loaded anew it shows the same, whatever other windows show. */
export const keptView: KeptView = {
  read: () => {
    try {
      const view = TabView.safeParse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'))
      return view.success ? view.data : null
    } catch {
      return null
    }
  },
  write: (view) => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(view))
    } catch {
      // A window that may keep nothing starts with what the last one showed.
    }
  },
}
