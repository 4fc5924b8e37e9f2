import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect, useRef } from 'react'
import { type Place, STAGE_HEIGHT, STAGE_WIDTH } from './places.ts'

/** How the whole graph is shown: never larger than it is drawn. */
export const FIT = { padding: 0.15, maxZoom: 1 } as const

/** Shows the whole graph again where a stage that was added would stand outside of what is seen. */
export function useKeptInView(frame: RefObject<HTMLElement | null>, places: ReadonlyMap<string, Place>, scale: number): void {
  const flow = useReactFlow()
  const known = useRef<ReadonlySet<string>>(new Set(places.keys()))
  useEffect(() => {
    const added = [...places].filter(([id]) => !known.current.has(id))
    if (added.length === 0) return
    const box = frame.current?.getBoundingClientRect()
    const hidden = added.some(([, { x, y }]) => {
      const start = flow.flowToScreenPosition({ x: x * scale, y: y * scale })
      const end = flow.flowToScreenPosition({ x: (x + STAGE_WIDTH) * scale, y: (y + STAGE_HEIGHT) * scale })
      return box !== undefined && (start.x < box.left || start.y < box.top || end.x > box.right || end.y > box.bottom)
    })
    // Its link, and with it its place, comes a moment after the stage.
    if (!hidden && places.size > 1 && known.current.size > 0) return
    const timer = setTimeout(() => void flow.fitView(FIT), 0)
    known.current = new Set(places.keys())
    return () => clearTimeout(timer)
  }, [frame, places, scale, flow])
}
