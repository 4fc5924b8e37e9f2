import { Plus } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { IconButton } from '../components/icon-button.tsx'
import { useSession, useTabs } from '../state/use-session.ts'
import { m } from './messages.ts'
import { TabButton } from './tab-button.tsx'

/** The open tabs; arrows move between them, Delete closes. */
export function TabStrip() {
  const { tabs } = useSession()
  const open = useTabs((state) => state.open)
  const activeId = useTabs((state) => state.activeId)
  const press = (event: KeyboardEvent<HTMLElement>) => {
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
  return (
    <div className="flex min-w-0 items-center gap-0.5 [-webkit-app-region:no-drag]">
      <div
        role="tablist"
        aria-label={m.shell.openTabs}
        onKeyDown={press}
        className="flex min-w-0 items-center gap-0.5 overflow-x-auto px-px py-1 [scrollbar-width:none]"
      >
        {open.map((tab) => (
          <TabButton key={tab.id} tab={tab} selected={tab.id === activeId} />
        ))}
      </div>
      <IconButton small label={m.shell.newTab} onClick={tabs.newChat}>
        <Plus size={16} aria-hidden />
      </IconButton>
    </div>
  )
}
