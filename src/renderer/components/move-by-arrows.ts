import type { KeyboardEvent } from 'react'

/** Arrow keys in a list: from its search field to the first row (`data-row`), and from row to row. */
export function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.findIndex((row) => row.matches(':focus'))
  if (at === -1 && !(event.target instanceof HTMLInputElement)) return
  const next = rows[at === -1 ? 0 : at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
