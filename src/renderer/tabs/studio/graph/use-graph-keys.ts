import { type KeyboardEvent, useState } from 'react'
import { nextStep } from '../../orchestration/graph/next-step.ts'
import { useShown } from '../editor/use-editor.ts'
import type { Edits } from '../editor/use-edits.ts'
import { w } from '../words.ts'
import type { Place } from './places.ts'

const STEP = 16

type Parts = {
  readonly places: ReadonlyMap<string, Place>
  /** Whether stages stand where `places` says, so that they can be moved. */
  readonly movable: boolean
  readonly nameOf: (id: string) => string
  /** null: nothing can be changed. */
  readonly edits: Edits | null
  /** Goes on in the inspector. */
  readonly onEdit: () => void
}

/** What keys do with a stage of the graph or of the list: go, edit, connect, duplicate, move, delete. */
export function useGraphKeys({ places, movable, nameOf, edits, onEdit }: Parts) {
  const shown = useShown()
  const [from, setFrom] = useState<string | null>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const id = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-stage]')?.dataset.stage : undefined
    if (id === undefined) return
    const area = event.currentTarget
    const focus = (to: string) => area.querySelector<HTMLElement>(`[data-stage="${CSS.escape(to)}"]`)?.focus()
    const work = workOf(event, id, focus)
    if (work === null) return
    event.preventDefault()
    event.stopPropagation()
    work()
  }
  return { from, onKeyDown }

  function workOf(event: KeyboardEvent, id: string, focus: (id: string) => void): (() => void) | null {
    const { key, altKey } = event
    const control = event.ctrlKey || event.metaKey
    if (key.startsWith('Arrow') && altKey) {
      if (!movable || edits === null) return null
      const place = places.get(id) ?? { x: 0, y: 0 }
      const by = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[key] ?? [0, 0]
      return () => edits.move(id, { x: place.x + (by[0] ?? 0), y: place.y + (by[1] ?? 0) }, places)
    }
    if (key.startsWith('Arrow')) {
      const to = nextStep(places, id, key)
      return to === null ? null : () => focus(to)
    }
    if (!control && (key === 'Enter' || key === ' ')) return from === null ? edit : connect
    if (edits === null) return null
    if (control) return key.toLowerCase() === 'd' ? () => edits.duplicate(id) : null
    switch (key) {
      case 'c':
      case 'C':
        return () => {
          setFrom(id)
          edits.say(w.graph.connecting(nameOf(id)))
        }
      case 'Escape':
        return from === null ? null : () => setFrom(null)
      case 'Delete':
      case 'Backspace':
        return () => {
          const next = nextStep(places, id, 'ArrowLeft') ?? nextStep(places, id, 'ArrowRight')
          if (next !== null) focus(next)
          edits.remove(id)
        }
      default:
        return null
    }

    function edit(): void {
      shown.select(id)
      onEdit()
    }
    function connect(): void {
      if (from !== null) edits?.connect(from, id)
      setFrom(null)
    }
  }
}
