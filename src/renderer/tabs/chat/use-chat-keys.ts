import { type RefObject, useEffect } from 'react'

/** Esc stops the run that goes on; Alt 1 … 8 goes to a member of the newest answer. Open menus keep their keys: they lie outside. */
export function useChatKeys(pane: RefObject<HTMLElement | null>, stop: (() => void) | null): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"], aside')))
        return
      // Of two tabs side by side the active one has the keys.
      if (pane.current?.closest('[data-beside]')) return
      if (event.key === 'Escape' && stop) {
        event.preventDefault()
        stop()
      }
      const digit = event.altKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined
      if (digit === undefined) return
      const found = pane.current?.querySelectorAll<HTMLElement>(`[data-member="${digit}"]`)
      const member = found?.item(found.length - 1)
      if (!member) return
      event.preventDefault()
      member.focus()
      member.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [pane, stop])
}
