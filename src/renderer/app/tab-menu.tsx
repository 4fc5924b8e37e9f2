import { ContextMenu } from '@base-ui/react/context-menu'
import { AppWindow, Columns2, Pin, PinOff, RotateCcw, X } from 'lucide-react'
import type { ReactElement } from 'react'
import type { Tab } from '../../shared/tab.ts'
import { type MenuEntry, MenuPopup } from '../components/menu.tsx'
import { openSoloWindow } from '../state/solo-window.ts'
import { useSession } from '../state/use-session.ts'
import { m } from './messages.ts'

type TabMenuProps = { readonly tab: Tab; readonly title: string; readonly children: ReactElement<Record<string, unknown>> }

const c = m.commands

/** What can be done with a tab, at a right click or the menu key. */
export function TabMenu({ tab, title, children }: TabMenuProps) {
  const { tabs } = useSession()
  const groups = (): { readonly id: string; readonly entries: readonly MenuEntry[] }[] => {
    const { activeId, besideId, closed } = tabs.store.getState()
    const isSplit = besideId === tab.id || (activeId === tab.id && besideId !== null)
    return [
      {
        id: 'place',
        entries: [
          tab.pinned
            ? { id: 'unpin', label: c.unpinTab, icon: <PinOff size={16} aria-hidden />, onSelect: () => tabs.pin(tab.id, false) }
            : { id: 'pin', label: c.pinTab, icon: <Pin size={16} aria-hidden />, onSelect: () => tabs.pin(tab.id, true) },
          isSplit
            ? { id: 'alone', label: c.unsplit, icon: <Columns2 size={16} aria-hidden />, onSelect: () => tabs.split(null) }
            : {
                id: 'split',
                label: c.split,
                icon: <Columns2 size={16} aria-hidden />,
                disabled: activeId === tab.id,
                onSelect: () => tabs.split(tab.id),
              },
          { id: 'detach', label: c.detach, icon: <AppWindow size={16} aria-hidden />, onSelect: () => void openSoloWindow(tab.id) },
        ],
      },
      {
        id: 'close',
        entries: [
          { id: 'close', label: c.closeTab, icon: <X size={16} aria-hidden />, onSelect: () => tabs.close(tab.id) },
          {
            id: 'reopen',
            label: c.reopenTab,
            icon: <RotateCcw size={16} aria-hidden />,
            disabled: closed.length === 0,
            onSelect: () => tabs.reopen(),
          },
        ],
      },
    ]
  }
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger render={children} />
      <MenuPopup label={title} groups={groups()} />
    </ContextMenu.Root>
  )
}
