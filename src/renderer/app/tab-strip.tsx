import { Plus } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { IconButton } from '../components/icon-button.tsx'
import { useSession, useTabs } from '../state/use-session.ts'
import { m } from './messages.ts'
import { TabButton } from './tab-button.tsx'

/** The open tabs; arrows move between them, Delete closes, dragging changes their order. */
export function TabStrip() {
  const { tabs } = useSession()
  const open = useTabs((state) => state.open)
  const activeId = useTabs((state) => state.activeId)
  const besideId = useTabs((state) => state.besideId)
  const [dragged, setDragged] = useState<{ readonly id: string; readonly over: string | null } | null>(null)
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const at = open.findIndex((tab) => tab.id === activeId)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: open.length - 1 }[event.key]
    const target = to === undefined ? undefined : open[(to + open.length) % open.length]
    if (target) tabs.activate(target.id)
    else if (event.key === 'Delete' && activeId !== null) tabs.close(activeId)
    else return
    event.preventDefault()
    const list = event.currentTarget
    requestAnimationFrame(() => list.querySelector<HTMLElement>('[aria-selected="true"]')?.focus())
  }
  const dragOf = (id: string) => ({
    target: dragged !== null && dragged.over === id && dragged.id !== id,
    onStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move'
      setDragged({ id, over: null })
    },
    onOver: (event: DragEvent) => {
      if (dragged === null) return
      event.preventDefault()
      if (dragged.over !== id) setDragged({ id: dragged.id, over: id })
    },
    onDrop: (event: DragEvent) => {
      if (dragged === null) return
      event.preventDefault()
      const [from, to] = [dragged.id, id].map((known) => open.findIndex((tab) => tab.id === known))
      if (from !== undefined && to !== undefined) tabs.move(dragged.id, from < to ? (open[to + 1]?.id ?? null) : id)
      setDragged(null)
    },
    onEnd: () => setDragged(null),
  })
  return (
    <div className="flex min-w-0 items-center gap-0.5 [-webkit-app-region:no-drag]">
      <div
        role="tablist"
        aria-label={m.shell.openTabs}
        onKeyDown={press}
        className="flex min-w-0 items-center gap-0.5 overflow-x-auto px-px py-1 [scrollbar-width:none]"
      >
        {open.map((tab) => (
          <TabButton key={tab.id} tab={tab} selected={tab.id === activeId} beside={tab.id === besideId} drag={dragOf(tab.id)} />
        ))}
      </div>
      <IconButton small label={m.shell.newTab} onClick={tabs.newChat}>
        <Plus size={16} aria-hidden />
      </IconButton>
    </div>
  )
}
