import { type RefObject, useEffect, useState } from 'react'

/** Whether more of a scrolling element lies to its right. `contents` names what it shows: a change measures anew. */
export function useOverflow(ref: RefObject<HTMLElement | null>, contents: unknown): boolean {
  const [more, setMore] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other contents have another width.
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => setMore(element.scrollLeft + element.clientWidth < element.scrollWidth - 8)
    // It measures at once too, when the page is laid out; asked here, the page would be laid out once more.
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [ref, contents])
  return more
}
