import { useEffect } from 'react'
import { useSession } from '../state/use-session.ts'
import { ALL_COMMANDS, keysOf } from './commands/all-commands.ts'
import { isPressed } from './commands/keys.ts'

/** The keys of all commands, where the browser hands them to the page, and "?" for the list of them. What a field or a menu has used is left to it. */
export function useShortcuts(): void {
  const session = useSession()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const shortcuts = session.app.getState().snapshot?.settings.shortcuts ?? {}
      const typed = !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1
      if (typed && isTyping(event.target)) return
      const asked = typed && event.key === '?' ? 'shell.keys' : null
      const command = ALL_COMMANDS.find((known) => known.id === asked || isPressed(keysOf(known, shortcuts), event))
      if (!command) return
      event.preventDefault()
      command.run(session)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [session])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]'))
}
