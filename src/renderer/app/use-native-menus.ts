import { useEffect } from 'react'
import { desktopBridge } from '../state/desktop.ts'
import { language } from '../state/language.ts'
import { useSession } from '../state/use-session.ts'
import { ALL_COMMANDS } from './commands/all-commands.ts'

/** Gives the desktop's menus this page's language, and does what is chosen in them. */
export function useNativeMenus(): void {
  const session = useSession()
  useEffect(() => {
    const bridge = desktopBridge()
    bridge?.speak(language)
    bridge?.onCommand((id) => ALL_COMMANDS.find((command) => command.id === id)?.run(session))
  }, [session])
}
