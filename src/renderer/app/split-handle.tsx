import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useSession } from '../state/use-session.ts'
import { m } from './messages.ts'

const STEP = 0.05

/** Between two tabs side by side: dragged, moved with the arrows, halved by a double click. */
export function SplitHandle({ share }: { readonly share: number }) {
  const { tabs } = useSession()
  const ref = useRef<HTMLDivElement>(null)
  const drag = (event: PointerEvent) => {
    const box = ref.current?.parentElement?.getBoundingClientRect()
    if (box && event.currentTarget.hasPointerCapture(event.pointerId)) tabs.resize((event.clientX - box.left) / box.width)
  }
  const press = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key]
    if (by === undefined) return
    event.preventDefault()
    tabs.resize(share + by)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved.
    <div
      ref={ref}
      role="separator"
      aria-orientation="vertical"
      aria-label={m.shell.splitHandle}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={20}
      aria-valuemax={80}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => tabs.resize(0.5)}
      onKeyDown={press}
      className="relative w-px flex-none cursor-col-resize touch-none bg-line before:absolute before:inset-y-0 before:-left-1 before:w-[9px] before:content-[''] hover:bg-accent"
    />
  )
}
