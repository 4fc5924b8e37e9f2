import { useEffect } from 'react'
import { useTabs } from '../state/use-session.ts'
import { m } from './messages.ts'
import { useTabTitle } from './use-tab-title.ts'

/** The window's title in the task bar: what it shows. */
export function useWindowTitle(): void {
  const tab = useTabs((tabs) => tabs.open.find((open) => open.id === tabs.activeId))
  const title = useTabTitle(tab)
  useEffect(() => {
    document.title = title === '' ? m.shell.productName : `${title} · ${m.shell.productName}`
  }, [title])
}
