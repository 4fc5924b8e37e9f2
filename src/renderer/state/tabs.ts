import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Tab, Tabs } from '../../shared/app-state.ts'
import type { ConversationId } from '../../shared/ids.ts'
import { debounce } from './throttle.ts'

/** A draft is with the core at most this long after the last key, and half a second after the first. */
const QUIET_MS = 300
const MOST_MS = 500

export type TabStore = {
  readonly store: StoreApi<Tabs>
  /** The core's tabs: taken whole at first, later without changing which one this window shows. */
  readonly take: (tabs: Tabs) => void
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
  readonly change: (id: string, change: Partial<Omit<Tab, 'id' | 'kind'>>) => void
  readonly dropConversation: (id: ConversationId) => void
  /** Saves at once what waits, for example as the page goes away. */
  readonly flush: () => void
}

type TabsOptions = { readonly save: (tabs: Tabs) => void; readonly newId: () => string }

/** The open tabs of this window. Every change is saved, so that a reload or a restart loses no draft. */
export function createTabs({ save, newId }: TabsOptions): TabStore {
  const store = createStore<Tabs>(() => ({ open: [], activeId: null }))
  let taken = false
  let saved = ''
  const saver = debounce(
    () => {
      saved = JSON.stringify(store.getState())
      unsaved = false
      save(store.getState())
    },
    QUIET_MS,
    MOST_MS,
  )
  let unsaved = false
  const emptyChat = (): Tab => ({
    id: newId(),
    kind: 'chat',
    place: '',
    conversationId: null,
    draft: '',
    attachments: [],
    presetId: null,
    scroll: 0,
  })
  const set = (tabs: Tabs) => {
    store.setState(tabs, true)
    unsaved = true
    saver.request()
  }
  const add = (tab: Tab) => {
    const { open } = store.getState()
    set({ open: [...open, tab], activeId: tab.id })
  }
  const activate = (id: string) => {
    const { open, activeId } = store.getState()
    if (activeId !== id && open.some((tab) => tab.id === id)) set({ open, activeId: id })
  }
  const change: TabStore['change'] = (id, fields) => {
    const { open, activeId } = store.getState()
    set({ open: open.map((tab) => (tab.id === id ? { ...tab, ...fields } : tab)), activeId })
  }
  const openAnother = (kind: string, place = '') => add({ ...emptyChat(), kind, place })
  const open = (kind: string, place?: string) => {
    const { open: tabs, activeId } = store.getState()
    const shown = tabs.find((tab) => tab.id === activeId && tab.kind === kind) ?? tabs.findLast((tab) => tab.kind === kind)
    if (!shown) openAnother(kind, place)
    else if (place === undefined) activate(shown.id)
    else set({ open: tabs.map((tab) => (tab === shown ? { ...tab, place } : tab)), activeId: shown.id })
  }
  const close = (id: string) => {
    const { open, activeId } = store.getState()
    const at = open.findIndex((tab) => tab.id === id)
    if (at === -1) return
    const left = open.toSpliced(at, 1)
    const rest = left.length > 0 ? left : [emptyChat()]
    const next = activeId === id ? rest[Math.min(at, rest.length - 1)]?.id : activeId
    set({ open: rest, activeId: next ?? null })
  }

  return {
    store,
    take: (tabs) => {
      const first = !taken
      taken = true
      if (!first && (unsaved || JSON.stringify(tabs) === saved)) return
      const open = tabs.open.length > 0 ? tabs.open : [emptyChat()]
      const mine = first ? tabs.activeId : store.getState().activeId
      const activeId = open.some((tab) => tab.id === mine) ? mine : (open.find((tab) => tab.id === tabs.activeId) ?? open[0])?.id
      store.setState({ open, activeId: activeId ?? null }, true)
    },
    newChat: () => {
      const empty = store.getState().open.find((tab) => tab.kind === 'chat' && tab.conversationId === null && tab.draft === '')
      if (empty) activate(empty.id)
      else add(emptyChat())
    },
    openConversation: (id) => {
      const { open, activeId } = store.getState()
      const shown = open.find((tab) => tab.conversationId === id)
      const active = open.find((tab) => tab.id === activeId)
      if (shown) activate(shown.id)
      else if (active?.kind === 'chat' && active.draft === '') change(active.id, { conversationId: id, scroll: 0 })
      else add({ ...emptyChat(), conversationId: id })
    },
    open,
    openAnother,
    activate,
    step: (by) => {
      const { open, activeId } = store.getState()
      const at = open.findIndex((tab) => tab.id === activeId)
      const next = open[(at + by + open.length) % open.length]
      if (next) activate(next.id)
    },
    close,
    change,
    dropConversation: (id) => {
      for (const tab of store.getState().open) if (tab.conversationId === id) close(tab.id)
    },
    flush: saver.flush,
  }
}
