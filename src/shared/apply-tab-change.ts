import { assertNever } from './errors.ts'
import { KEPT_CLOSED, MAX_TABS, Tab, type TabChange, type Tabs } from './tab.ts'

/**
 * The strip after a change. The core applies the changes of all windows in one order and tells them; each window applies the same
 * ones in the same order, so that all end with the same strip. What a change speaks of may be gone by then: it then does nothing.
 */
export function applyTabChange(tabs: Tabs, change: TabChange): Tabs {
  const { open, closed } = tabs
  switch (change.type) {
    case 'open': {
      if (open.length >= MAX_TABS || open.some((tab) => tab.id === change.tab.id)) return tabs
      const after = open.findIndex((tab) => tab.id === change.after)
      return { ...tabs, open: pinnedFirst(open.toSpliced(after === -1 ? open.length : after + 1, 0, change.tab)) }
    }
    case 'change':
      return { ...tabs, open: open.map((tab) => (tab.id === change.id ? withFields(tab, change) : tab)) }
    case 'close': {
      const tab = open.find((known) => known.id === change.id)
      if (!tab) return tabs
      const left = open.filter((known) => known !== tab)
      return {
        ...tabs,
        open: left.length > 0 ? left : [Tab.parse({ id: change.spareId, kind: 'chat' })],
        closed: isUntouched(tab) ? closed : [...closed.filter((known) => known.id !== tab.id), tab].slice(-KEPT_CLOSED),
        besideId: tabs.besideId === tab.id ? null : tabs.besideId,
      }
    }
    case 'reopen': {
      const tab = closed.find((known) => known.id === change.id)
      if (!tab || open.length >= MAX_TABS) return tabs
      const isOpen = open.some((known) => known.id === tab.id)
      return { ...tabs, open: isOpen ? open : pinnedFirst([...open, tab]), closed: closed.filter((known) => known !== tab) }
    }
    case 'move': {
      const tab = open.find((known) => known.id === change.id)
      if (!tab || change.before === change.id) return tabs
      const left = open.filter((known) => known !== tab)
      const before = left.findIndex((known) => known.id === change.before)
      return { ...tabs, open: pinnedFirst(left.toSpliced(before === -1 ? left.length : before, 0, tab)) }
    }
    case 'pin':
      return { ...tabs, open: pinnedFirst(open.map((tab) => (tab.id === change.id ? { ...tab, pinned: change.pinned } : tab))) }
    case 'view':
      return { ...tabs, ...change.view }
    default:
      return assertNever(change)
  }
}

/** A new tab in which nothing was done is not worth keeping. */
export function isUntouched(tab: Tab): boolean {
  return tab.kind === 'chat' && tab.conversationId === null && tab.draft === '' && tab.attachments.length === 0
}

function withFields(tab: Tab, { fields, unset }: Extract<TabChange, { type: 'change' }>): Tab {
  const gone = new Set(unset)
  const changed = { ...tab, ...fields }
  return gone.size === 0 ? changed : Tab.parse(Object.fromEntries(Object.entries(changed).filter(([key]) => !gone.has(key))))
}

function pinnedFirst(open: readonly Tab[]): Tab[] {
  return [...open.filter((tab) => tab.pinned), ...open.filter((tab) => !tab.pinned)]
}
