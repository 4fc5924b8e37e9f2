import { useEffect } from 'react'
import { useSession } from '../state/use-session.ts'

/** Ctrl/⌘ T, W, Tab and comma, where the browser hands them to the page. */
export function useShortcuts(): void {
  const { tabs } = useSession()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      const { activeId } = tabs.store.getState()
      if (key === 't' && !event.shiftKey) tabs.newChat()
      else if (key === 'w' && !event.shiftKey && activeId !== null) tabs.close(activeId)
      else if (key === 'tab') tabs.step(event.shiftKey ? -1 : 1)
      else if (key === ',') tabs.open('settings')
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [tabs])
}
