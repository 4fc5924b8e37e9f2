import { useEffect } from 'react'

/** What somebody who goes by keys can be in. */
const PLACES = 'section, nav, aside, form, article, main, [role]'

/**
 * Where the element that had the focus has gone, or can no longer have it, the focus goes to what is left around it, so that keys go on
 * from there. What the page focuses by itself comes first.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let around: readonly Element[] = []
    let frame = 0
    const note = ({ target }: FocusEvent) => {
      around = target instanceof Element ? withAncestors(target) : []
    }
    const isLost = () => {
      const [had] = around
      return document.activeElement === document.body && had !== undefined && (!had.isConnected || had.matches(':disabled'))
    }
    const keep = () => {
      if (!isLost()) return
      const left = around.slice(1).find((element) => element.isConnected && element.matches(PLACES))
      const place = left?.matches('main') ? (left.querySelector('[role=tabpanel]') ?? left) : left
      if (!(place instanceof HTMLElement)) return
      if (!place.hasAttribute('tabindex')) place.tabIndex = -1
      place.focus({ preventScroll: true })
    }
    const observer = new MutationObserver(() => {
      if (!isLost()) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => requestAnimationFrame(keep))
    })
    document.addEventListener('focusin', note)
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] })
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('focusin', note)
      observer.disconnect()
    }
  }, [])
}

function withAncestors(element: Element): readonly Element[] {
  const found: Element[] = []
  for (let next: Element | null = element; next; next = next.parentElement) found.push(next)
  return found
}
