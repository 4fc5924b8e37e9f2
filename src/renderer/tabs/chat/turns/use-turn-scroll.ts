import { type RefCallback, useCallback, useContext, useLayoutEffect, useRef, useState } from 'react'
import type { FlatIndexLocationWithAlign } from 'react-virtuoso'
import { debounce } from '../../../state/throttle.ts'
import { useSession } from '../../../state/use-session.ts'
import { TabContext } from '../../use-tab-place.ts'
import type { Turn } from '../tree/branches.ts'

const REST_MS = 150

type TurnScroll = {
  /** Where the list begins: where it was left, else with the newest question at the top. */
  readonly initial: FlatIndexLocationWithAlign
  readonly scrollerRef: RefCallback<HTMLElement | Window>
}

/** The place in a conversation is the question at the top and the pixels below it, as heights of rows that are not mounted are guesses. */
export function useTurnScroll(turns: readonly Turn[]): TurnScroll {
  const { tabs } = useSession()
  const tabId = useContext(TabContext)
  const [initial] = useState<FlatIndexLocationWithAlign>(() => {
    const tab = tabs.store.getState().open.find((open) => open.id === tabId)
    const index = turns.findIndex((turn) => turn.question.id === tab?.scrollAt)
    if (tab && index !== -1) return { index, align: 'start', offset: tab.scroll }
    return { index: Math.max(0, turns.length - 1), align: 'start' }
  })
  const shown = useRef(turns)
  useLayoutEffect(() => {
    shown.current = turns
  })
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const scrollerRef = useCallback((element: HTMLElement | Window | null) => {
    // The element is kept when the list lets go of it, so that its place can be read once more.
    if (element instanceof HTMLElement) setScroller(element)
  }, [])
  // A layout effect ends while its rows can still be measured.
  useLayoutEffect(() => {
    if (scroller === null || tabId === null) return
    const keeper = debounce(() => {
      const place = placeIn(scroller, shown.current)
      if (place) tabs.change(tabId, place)
    }, REST_MS)
    const keep = () => keeper.request()
    scroller.addEventListener('scroll', keep, { passive: true })
    return () => {
      scroller.removeEventListener('scroll', keep)
      keeper.flush()
    }
  }, [scroller, tabs, tabId])
  return { initial, scrollerRef }
}

function placeIn(scroller: HTMLElement, turns: readonly Turn[]): { readonly scroll: number; readonly scrollAt: string } | null {
  const { top } = scroller.getBoundingClientRect()
  for (const row of scroller.querySelectorAll<HTMLElement>('[data-item-index]')) {
    const place = row.getBoundingClientRect()
    const turn = turns[Number(row.dataset.itemIndex)]
    if (place.bottom > top + 1 && turn) return { scroll: Math.max(0, Math.round(top - place.top)), scrollAt: turn.question.id }
  }
  return null
}
