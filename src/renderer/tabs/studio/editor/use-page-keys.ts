import type { KeyboardEvent, RefObject } from 'react'
import { useEditor } from './use-editor.ts'

/** Undo and redo everywhere on the page, also in its fields, whose text is part of the pipeline; A adds a stage. */
export function usePageKeys(search: RefObject<HTMLInputElement | null>): (event: KeyboardEvent<HTMLElement>) => void {
  const editor = useEditor()
  return (event) => {
    const key = event.key.toLowerCase()
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    if ((event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y')) {
      event.preventDefault()
      if (key === 'y' || event.shiftKey) editor.redo()
      else editor.undo()
      return
    }
    const typing = event.target instanceof Element && event.target.matches('input, textarea, select, [role="combobox"]')
    if (typing || event.ctrlKey || event.metaKey || event.altKey || key !== 'a') return
    event.preventDefault()
    search.current?.focus()
  }
}
