import {
  AppWindow,
  ArrowLeft,
  ArrowRight,
  Columns2,
  Contrast,
  Keyboard,
  Minus,
  Moon,
  Pin,
  Plus,
  RotateCcw,
  Search,
  Signpost,
  Sun,
  SunMoon,
  X,
} from 'lucide-react'
import type { Tabs } from '../../../shared/tab.ts'
import type { Session } from '../../state/session.ts'
import { openSoloWindow } from '../../state/solo-window.ts'
import type { Command } from '../../tabs/tab-kind.ts'
import { m } from '../messages.ts'
import { changeAppearance } from './change-appearance.ts'

const c = m.commands

/** What can be done with the window and its tabs, whatever is in them. */
export const SHELL_COMMANDS: readonly Command[] = [
  { id: 'shell.palette', label: c.open, icon: Search, keys: 'Mod+K', run: ({ overlay }) => overlay.show('palette') },
  { id: 'shell.keys', label: c.keys, icon: Keyboard, keys: 'Mod+/', run: ({ overlay }) => overlay.show('keys') },
  { id: 'shell.tour', label: c.tour, icon: Signpost, run: ({ overlay }) => overlay.show('tour') },
  { id: 'tab.next', label: c.nextTab, icon: ArrowRight, keys: 'Ctrl+Tab', run: ({ tabs }) => tabs.step(1) },
  { id: 'tab.previous', label: c.previousTab, icon: ArrowLeft, keys: 'Ctrl+Shift+Tab', run: ({ tabs }) => tabs.step(-1) },
  { id: 'tab.close', label: c.closeTab, icon: X, keys: 'Mod+W', run: onActive((session, { activeId }) => session.tabs.close(activeId)) },
  { id: 'tab.closeOthers', label: c.closeOthers, icon: X, run: onActive(closeOthers) },
  { id: 'tab.reopen', label: c.reopenTab, icon: RotateCcw, keys: 'Mod+Shift+T', run: ({ tabs }) => tabs.reopen() },
  { id: 'tab.pin', label: c.pinTab, words: c.unpinTab, icon: Pin, run: onActive(togglePin) },
  {
    id: 'tab.left',
    label: c.moveLeft,
    icon: ArrowLeft,
    keys: 'Ctrl+Shift+PageUp',
    run: onActive((session, view) => shift(session, view, -1)),
  },
  {
    id: 'tab.right',
    label: c.moveRight,
    icon: ArrowRight,
    keys: 'Ctrl+Shift+PageDown',
    run: onActive((session, view) => shift(session, view, 1)),
  },
  { id: 'view.split', label: c.splitNext, words: c.unsplit, icon: Columns2, keys: 'Mod+\\', run: onActive(toggleSplit) },
  { id: 'view.otherSide', label: c.otherSide, icon: Columns2, keys: 'F6', run: onActive(goToOtherSide) },
  { id: 'view.detach', label: c.detach, icon: AppWindow, run: onActive((_, { activeId }) => void openSoloWindow(activeId)) },
  { id: 'look.light', label: c.light, icon: Sun, run: (session) => changeAppearance(session, () => ({ theme: 'light' })) },
  { id: 'look.dark', label: c.dark, icon: Moon, run: (session) => changeAppearance(session, () => ({ theme: 'dark' })) },
  { id: 'look.system', label: c.systemTheme, icon: SunMoon, run: (session) => changeAppearance(session, () => ({ theme: 'system' })) },
  {
    id: 'look.contrast',
    label: c.contrast,
    icon: Contrast,
    run: (session) => changeAppearance(session, ({ contrast }) => ({ contrast: contrast === 'more' ? 'system' : 'more' })),
  },
  { id: 'look.larger', label: c.larger, icon: Plus, run: (session) => changeAppearance(session, resized(10)) },
  { id: 'look.smaller', label: c.smaller, icon: Minus, run: (session) => changeAppearance(session, resized(-10)) },
]

type Shown = Tabs & { readonly activeId: string }

function onActive(work: (session: Session, shown: Shown) => void): Command['run'] {
  return (session) => {
    const shown = session.tabs.store.getState()
    if (shown.activeId !== null) work(session, { ...shown, activeId: shown.activeId })
  }
}

function closeOthers({ tabs }: Session, { open, activeId }: Shown): void {
  for (const tab of open) if (tab.id !== activeId && !tab.pinned) tabs.close(tab.id)
}

function togglePin({ tabs }: Session, { open, activeId }: Shown): void {
  tabs.pin(activeId, !(open.find((tab) => tab.id === activeId)?.pinned ?? false))
}

function shift({ tabs }: Session, { open, activeId }: Shown, by: 1 | -1): void {
  const at = open.findIndex((tab) => tab.id === activeId)
  if (by === -1 && at > 0) tabs.move(activeId, open[at - 1]?.id ?? null)
  if (by === 1 && at < open.length - 1) tabs.move(activeId, open[at + 2]?.id ?? null)
}

function toggleSplit({ tabs }: Session, { open, activeId, besideId }: Shown): void {
  const at = open.findIndex((tab) => tab.id === activeId)
  const beside = open[at + 1] ?? open[at - 1]
  if (besideId !== null) tabs.split(null)
  else if (beside) tabs.split(beside.id)
}

function goToOtherSide({ tabs }: Session, { besideId }: Shown): void {
  if (besideId === null) return
  tabs.activate(besideId)
  requestAnimationFrame(() => document.getElementById(`stage-${besideId}`)?.focus())
}

function resized(by: number) {
  return ({ textSize }: { readonly textSize: number }) => ({ textSize: Math.min(150, Math.max(90, textSize + by)) })
}
