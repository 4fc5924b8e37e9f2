import type { KeyboardEvent } from 'react'

/** Arrow up and down go through the fields and buttons of the element that listens. */
export function stepFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const stops: Element[] = [...event.currentTarget.querySelectorAll('input, button')]
  const at = stops.indexOf(document.activeElement ?? document.body)
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!(next instanceof HTMLElement)) return
  event.preventDefault()
  next.focus()
}
