import { type RefCallback, useCallback, useContext, useLayoutEffect, useRef, useState } from 'react'
import { debounce } from '../../../state/throttle.ts'
import { useSession } from '../../../state/use-session.ts'
import { TabContext } from '../../use-tab-place.ts'
import type { Turn } from '../tree/branches.ts'
import { type TurnFrame, turnFrame } from './turn-frame.ts'

const REST_MS = 150

type TurnScroll = {
  readonly frame: TurnFrame | null
  /** The turn at the top in the beginning: where the list was left, else the newest one. */
  readonly first: number
  readonly scrollerRef: RefCallback<HTMLElement>
}

/** The place in a conversation is the question at the top and the pixels below it, as heights of turns that are not drawn are guesses. */
export function useTurnScroll(turns: readonly Turn[]): TurnScroll {
  const { tabs } = useSession()
  const tabId = useContext(TabContext)
  const [frame, setFrame] = useState<TurnFrame | null>(null)
  const [initial] = useState(() => {
    const tab = tabs.store.getState().open.find((open) => open.id === tabId)
    const turn = turns.findIndex((known) => known.question.id === tab?.scrollAt)
    return tab && turn !== -1 ? { turn, below: tab.scroll } : { turn: turns.length - 1, below: 0 }
  })
  const shown = useRef(turns)
  useLayoutEffect(() => {
    shown.current = turns
  })
  const scrollerRef = useCallback(
    (scroller: HTMLElement) => {
      const made = turnFrame(scroller)
      setFrame(made)
      const keeper = debounce(() => {
        const { index, below } = made.top()
        const turn = shown.current[index]
        if (turn && tabId !== null) tabs.change(tabId, { scroll: below, scrollAt: turn.question.id })
      }, REST_MS)
      const keep = () => keeper.request()
      scroller.addEventListener('scroll', keep, { passive: true })
      return () => {
        scroller.removeEventListener('scroll', keep)
        keeper.flush()
        made.close()
      }
    },
    [tabs, tabId],
  )
  useLayoutEffect(() => frame?.show(initial.turn, initial.below), [frame, initial])
  return { frame, first: initial.turn, scrollerRef }
}
