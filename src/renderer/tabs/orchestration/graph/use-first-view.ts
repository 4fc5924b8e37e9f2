import { type RefObject, useEffect } from 'react'

/** Scrolls once to what runs or waits for a person, where the graph is wider than its place. */
export function useFirstView(ref: RefObject<HTMLElement | null>, focus: { readonly x: number; readonly y: number } | null): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only at first; later it would move under the reader's eyes.
  useEffect(() => {
    const element = ref.current
    if (!element || !focus) return
    element.scrollTo({ left: focus.x - element.clientWidth * 0.7, top: focus.y - element.clientHeight / 2 })
  }, [ref])
}
