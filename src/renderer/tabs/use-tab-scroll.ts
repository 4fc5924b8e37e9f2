import { type RefObject, useContext, useEffect, useRef } from 'react'
import { debounce } from '../state/throttle.ts'
import { useSession } from '../state/use-session.ts'
import { TabContext } from './use-tab-place.ts'

/** The place is kept once scrolling rests. */
const REST_MS = 150
/** For so long content that is still on its way may grow to the height that is needed. */
const MOST_WAIT_MS = 2_000

/**
 * For the element of a tab that scrolls: its place outlives a change of tabs, a reload and a move into another window.
 * `of` names what is shown in it; something else in the same element starts where it starts.
 */
export function useTabScroll<Scroller extends HTMLElement>(of: string): RefObject<Scroller | null> {
  const { tabs } = useSession()
  const tabId = useContext(TabContext)
  const ref = useRef<Scroller>(null)
  // After the effects of what is inside, which bring a chosen section into view.
  useEffect(() => {
    const scroller = ref.current
    if (scroller === null || tabId === null) return
    const tab = tabs.store.getState().open.find((open) => open.id === tabId)
    const stopRestoring = restore(scroller, tab?.scrollAt === of ? tab.scroll : 0)
    let top = 0
    const keeper = debounce(() => tabs.change(tabId, { scroll: Math.round(top), scrollAt: of }), REST_MS)
    const keep = () => {
      // Read here, as an element that has left the page says 0.
      top = scroller.scrollTop
      keeper.request()
    }
    scroller.addEventListener('scroll', keep, { passive: true })
    return () => {
      stopRestoring()
      scroller.removeEventListener('scroll', keep)
      keeper.flush()
    }
  }, [tabs, tabId, of])
  return ref
}

/** Scrolls as soon as the content is high enough, unless the person scrolls first. Returns what ends the attempt. */
function restore(scroller: HTMLElement, top: number): () => void {
  if (top <= 0) return () => {}
  const begun = performance.now()
  let frame = 0
  const attempt = () => {
    scroller.scrollTop = top
    const reached = scroller.scrollTop >= top - 1
    if (!reached && performance.now() - begun < MOST_WAIT_MS) frame = requestAnimationFrame(attempt)
  }
  const stop = () => cancelAnimationFrame(frame)
  for (const type of ['wheel', 'pointerdown', 'keydown'] as const) scroller.addEventListener(type, stop, { once: true, passive: true })
  attempt()
  return stop
}
