import { type RefObject, useEffect } from 'react'
import { useEditor } from './use-editor.ts'

/** Undo and redo wherever the focus is, also in fields, whose text is part of the pipeline; A adds a stage. */
export function usePageKeys(page: RefObject<HTMLElement | null>, search: RefObject<HTMLInputElement | null>): void {
  const editor = useEditor()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !isMeant(page.current, event.target)) return
      const work = workOf(event)
      if (work === null) return
      event.preventDefault()
      work()
    }
    const workOf = (event: KeyboardEvent): (() => void) | null => {
      const key = event.key.toLowerCase()
      const control = event.ctrlKey || event.metaKey
      if (control && !event.altKey && key === 'z') return event.shiftKey ? editor.redo : editor.undo
      if (control && !event.altKey && key === 'y') return editor.redo
      if (control || event.altKey || key !== 'a' || isTyping(event.target)) return null
      return () => search.current?.focus()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [editor, page, search])
}

/** In the page, or around it while the page is the one of two side by side that is used. */
function isMeant(page: HTMLElement | null, target: EventTarget | null): boolean {
  if (page === null || !(target instanceof Node)) return false
  return page.contains(target) || (target.contains(page) && page.closest('[data-beside]') === null)
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [role="combobox"]')
}
