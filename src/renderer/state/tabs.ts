import { createStore, type StoreApi } from 'zustand/vanilla'
import { isUntouched } from '../../shared/apply-tab-change.ts'
import type { ConversationId } from '../../shared/ids.ts'
import { Tab, type TabChange, type TabFields, type Tabs, type TabView } from '../../shared/tab.ts'
import { createTabSync, type SendBatch, type TabSync } from './tab-sync.ts'

export type TabStore = {
  /** The strip, which all windows share, and what this window shows of it. */
  readonly store: StoreApi<Tabs>
  /** What the core says: the whole strip at first and after a gap, then each change. */
  readonly take: TabSync['take']
  readonly hear: TabSync['hear']
  readonly newChat: () => void
  /** Shows the conversation's tab; opens it in place of an empty one, else as a new tab. */
  readonly openConversation: (id: ConversationId) => void
  /** The tab of a kind, last used first, at a place where one is given; opens one where there is none. */
  readonly open: (kind: string, place?: string) => void
  /** One more tab of a kind. */
  readonly openAnother: (kind: string, place?: string) => void
  readonly activate: (id: string) => void
  readonly step: (by: 1 | -1) => void
  readonly close: (id: string) => void
  /** Opens the tab that was closed last, or this one, with its draft. */
  readonly reopen: (id?: string) => void
  readonly change: (id: string, fields: TabFields) => void
  /** Before another tab; null: to the end. */
  readonly move: (id: string, before: string | null) => void
  readonly pin: (id: string, pinned: boolean) => void
  /** Shows a tab beside the active one; null: the active one alone. */
  readonly split: (besideId: string | null) => void
  /** The left side's share of the width. */
  readonly resize: (share: number) => void
  readonly dropConversation: (id: ConversationId) => void
  /** Sends at once what waits, for example as the page goes away. */
  readonly flush: () => void
}

/** Where a window keeps what it shows, over reloads of its own. */
export type KeptView = { readonly read: () => TabView | null; readonly write: (view: TabView) => void }

type TabsOptions = {
  readonly send: SendBatch
  readonly newId: () => string
  readonly kept?: KeptView
  /** A window for one tab: what it shows is not what the next window starts with. */
  readonly solo?: boolean
}

/** The open tabs. Every change goes to the core, so that a reload or a restart loses no draft and windows agree. */
export function createTabs({ send, newId, kept, solo = false }: TabsOptions): TabStore {
  const store = createStore<Tabs>(() => ({ open: [], closed: [], activeId: null, besideId: null, side: 'left', share: 0.5 }))
  let started = false
  const show = (tabs: Tabs) => {
    const before = store.getState()
    const own = started ? before : (kept?.read() ?? tabs)
    started = true
    const activeId = stillOpen(own.activeId, before.open, tabs.open)
    const besideId = tabs.open.some((tab) => tab.id === own.besideId) && own.besideId !== activeId ? own.besideId : null
    store.setState({ open: tabs.open, closed: tabs.closed, activeId, besideId, side: own.side, share: own.share }, true)
  }
  const sync = createTabSync({ send, newId, show })
  const emptyTab = (kind = 'chat', place = '') => Tab.parse({ id: newId(), kind, place })
  /** Changes of what this window shows come first, so that a closed tab's neighbour is not looked for. */
  const act = (changes: readonly TabChange[], view: Partial<TabView> = {}) => {
    const { activeId, besideId, side, share } = store.getState()
    const shown = { activeId, besideId, side, share }
    const next = { ...shown, ...view }
    if (JSON.stringify(next) === JSON.stringify(shown)) return sync.change(changes)
    store.setState(next)
    sync.change(solo ? changes : [...changes, { type: 'view', view: next }])
    kept?.write(next)
  }
  const add = (tab: Tab) => act([{ type: 'open', tab, after: null }], { activeId: tab.id })
  const activate = (id: string) => {
    const { open, activeId, besideId, side } = store.getState()
    if (activeId === id || !open.some((tab) => tab.id === id)) return
    // The two stay where they stand.
    if (besideId === id) act([], { activeId: id, besideId: activeId, side: side === 'left' ? 'right' : 'left' })
    else act([], { activeId: id })
  }
  const change: TabStore['change'] = (id, fields) => {
    const entries = Object.entries(fields)
    const unset = entries.flatMap(([key, value]) => (value === undefined ? [key] : []))
    const typed = entries.every(([key]) => key === 'draft' || key === 'scroll' || key === 'scrollAt')
    sync.change([{ type: 'change', id, fields, unset }], typed)
  }
  const openAnother: TabStore['openAnother'] = (kind, place = '') => add(emptyTab(kind, place))
  const close = (id: string) => {
    const { open, activeId } = store.getState()
    const spareId = newId()
    const left = open.filter((tab) => tab.id !== id)
    const at = open.findIndex((tab) => tab.id === id)
    const next = left.length === 0 ? spareId : left[Math.min(at, left.length - 1)]?.id
    if (at !== -1) act([{ type: 'close', id, spareId }], activeId === id ? { activeId: next ?? null } : {})
  }

  return {
    store,
    take: (tabs) => {
      sync.take(tabs)
      if (store.getState().open.length === 0) add(emptyTab())
    },
    hear: sync.hear,
    newChat: () => {
      const empty = store.getState().open.find(isUntouched)
      if (empty) activate(empty.id)
      else add(emptyTab())
    },
    openConversation: (id) => {
      const { open, activeId } = store.getState()
      const shown = open.find((tab) => tab.conversationId === id)
      const active = open.find((tab) => tab.id === activeId)
      if (shown) activate(shown.id)
      else if (active?.kind === 'chat' && active.draft === '') change(active.id, { conversationId: id })
      else add({ ...emptyTab(), conversationId: id })
    },
    open: (kind, place) => {
      const { open, activeId } = store.getState()
      const shown = open.find((tab) => tab.id === activeId && tab.kind === kind) ?? open.findLast((tab) => tab.kind === kind)
      if (!shown) return openAnother(kind, place)
      if (place !== undefined) change(shown.id, { place })
      activate(shown.id)
    },
    openAnother,
    activate,
    step: (by) => {
      const { open, activeId } = store.getState()
      const at = open.findIndex((tab) => tab.id === activeId)
      const next = open[(at + by + open.length) % open.length]
      if (next) activate(next.id)
    },
    close,
    reopen: (id) => {
      const { closed } = store.getState()
      const tab = id === undefined ? closed.at(-1) : closed.find((known) => known.id === id)
      if (tab) act([{ type: 'reopen', id: tab.id }], { activeId: tab.id })
    },
    change,
    move: (id, before) => act([{ type: 'move', id, before }]),
    pin: (id, pinned) => act([{ type: 'pin', id, pinned }]),
    split: (besideId) => act([], { besideId: besideId === store.getState().activeId ? null : besideId }),
    resize: (share) => act([], { share: Math.min(0.8, Math.max(0.2, share)) }),
    dropConversation: (id) => {
      for (const tab of store.getState().open) if (tab.conversationId === id) close(tab.id)
    },
    flush: sync.flush,
  }
}

/** The shown tab, or the one that stands where it stood. */
function stillOpen(id: string | null, before: readonly Tab[], now: readonly Tab[]): string | null {
  if (now.some((tab) => tab.id === id)) return id
  const at = before.findIndex((tab) => tab.id === id)
  return now[Math.min(Math.max(at, 0), now.length - 1)]?.id ?? null
}
