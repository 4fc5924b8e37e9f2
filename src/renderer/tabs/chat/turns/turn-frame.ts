/** How far from the window a row is drawn, in pixels. */
const NEAR = 400

/** The rows of a list in the element that scrolls them. */
export type TurnFrame = {
  /** Tells whether a row is near the window: null, or how tall it was when it went away. Returns how to stop. */
  readonly watch: (row: HTMLElement, tell: (height: number | null) => void) => () => void
  /** Brings a row to the top, `below` pixels of it above. */
  readonly show: (index: number, below?: number) => void
  /** The row at the top, and how many pixels of it are above. */
  readonly top: () => { readonly index: number; readonly below: number }
  readonly close: () => void
}

/** Tells rows when they come near, and keeps what is seen in its place while rows above it find their heights. */
export function turnFrame(scroller: HTMLElement): TurnFrame {
  const listeners = new WeakMap<Element, (height: number | null) => void>()
  const heights = new WeakMap<Element, number>()
  /** What stays in its place: a row, and how many pixels of it are above the top. */
  let anchor: { readonly row: HTMLElement; readonly below: number } | null = null

  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        // A row with the cursor in it stays.
        if (isIntersecting || !target.contains(document.activeElement)) {
          listeners.get(target)?.(isIntersecting ? null : boundingClientRect.height)
        }
      }
    },
    { root: scroller, rootMargin: `${NEAR}px 0px` },
  )
  const sized = new ResizeObserver((entries) => {
    let moved = false
    for (const { target, borderBoxSize } of entries) {
      const height = borderBoxSize[0]?.blockSize ?? 0
      if (anchor && isAbove(target, anchor.row) && height !== (heights.get(target) ?? height)) moved = true
      heights.set(target, height)
    }
    // Not by the difference: at the end of the list the browser has scrolled by a part of it already.
    if (moved && anchor) scroller.scrollTop = anchor.row.offsetTop + anchor.below
  })
  const top = () => {
    const rows = scroller.children
    let index = 0
    for (let after = rows.length; index < after; ) {
      const middle = (index + after) >>> 1
      if (endOf(rows[middle]) > scroller.scrollTop + 1) after = middle
      else index = middle + 1
    }
    const row = rows[index]
    return { index, below: row instanceof HTMLElement ? Math.max(0, Math.round(scroller.scrollTop - row.offsetTop)) : 0 }
  }
  const note = () => {
    const row = scroller.children[top().index]
    anchor = row instanceof HTMLElement ? { row, below: scroller.scrollTop - row.offsetTop } : null
  }
  scroller.addEventListener('scroll', note, { passive: true })

  return {
    watch: (row, tell) => {
      listeners.set(row, tell)
      seen.observe(row)
      sized.observe(row)
      return () => {
        seen.unobserve(row)
        sized.unobserve(row)
      }
    },
    show: (index, below = 0) => {
      const row = scroller.children[index]
      if (!(row instanceof HTMLElement)) return
      anchor = { row, below }
      scroller.scrollTop = row.offsetTop + below
    },
    top,
    close: () => {
      scroller.removeEventListener('scroll', note)
      seen.disconnect()
      sized.disconnect()
    },
  }
}

function isAbove(row: Element, other: Element): boolean {
  return (row.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

function endOf(row: Element | undefined): number {
  return row instanceof HTMLElement ? row.offsetTop + row.offsetHeight : 0
}
