import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTabs } from '../../../src/renderer/state/tabs.ts'
import { Tab, type Tabs } from '../../../src/shared/app-state.ts'
import { ConversationId } from '../../../src/shared/ids.ts'

const tab = (id: string, change: object = {}) => Tab.parse({ id, kind: 'chat', ...change })
const saved: Tabs[] = []
let made = 0
const tabsWith = (open: Tab[], activeId: string | null) => {
  const tabs = createTabs({ save: (state) => saved.push(state), newId: () => `new-${++made}` })
  tabs.take({ open, activeId })
  return tabs
}

beforeEach(() => {
  vi.useFakeTimers()
  saved.length = 0
  made = 0
})
afterEach(() => vi.useRealTimers())

describe('A1 tabs and drafts are never lost', () => {
  it('has a draft with the core at most half a second after the first key, also while typing goes on', () => {
    const tabs = tabsWith([tab('a')], 'a')
    for (let typed = 1; typed <= 6; typed++) {
      tabs.change('a', { draft: 'x'.repeat(typed) })
      vi.advanceTimersByTime(100)
    }
    expect(saved.at(-1)?.open[0]?.draft.length).toBeGreaterThanOrEqual(5)
  })

  it('saves at once when the page goes away', () => {
    const tabs = tabsWith([tab('a')], 'a')
    tabs.change('a', { draft: 'half a thought' })
    tabs.flush()
    expect(saved.at(-1)?.open[0]?.draft).toBe('half a thought')
  })

  it('keeps what is being typed when another window changes the tabs', () => {
    const tabs = tabsWith([tab('a')], 'a')
    tabs.change('a', { draft: 'mine' })
    tabs.take({ open: [tab('a'), tab('b')], activeId: 'b' })
    expect(tabs.store.getState().open.find((open) => open.id === 'a')?.draft).toBe('mine')
  })

  it('takes the tabs of another window without leaving the tab that is shown', () => {
    const tabs = tabsWith([tab('a'), tab('b')], 'a')
    tabs.take({ open: [tab('a'), tab('b', { draft: 'theirs' })], activeId: 'b' })
    expect(tabs.store.getState().activeId).toBe('a')
    expect(tabs.store.getState().open[1]?.draft).toBe('theirs')
  })
})

describe('the tab strip', () => {
  it('starts with an empty conversation and never runs out of tabs', () => {
    const tabs = tabsWith([], null)
    const first = tabs.store.getState().activeId
    expect(first).not.toBeNull()
    tabs.close(first ?? '')
    expect(tabs.store.getState().open).toHaveLength(1)
    expect(tabs.store.getState().activeId).toBe(tabs.store.getState().open[0]?.id)
  })

  it('shows the neighbour of a closed tab', () => {
    const tabs = tabsWith([tab('a'), tab('b'), tab('c')], 'b')
    tabs.close('b')
    expect(tabs.store.getState().activeId).toBe('c')
  })

  it('opens a conversation once, in the empty tab where there is one', () => {
    const id = ConversationId.parse('c1')
    const tabs = tabsWith([tab('a')], 'a')
    tabs.openConversation(id)
    tabs.newChat()
    tabs.openConversation(id)
    const { open, activeId } = tabs.store.getState()
    expect(open.filter((known) => known.conversationId === id)).toHaveLength(1)
    expect(activeId).toBe('a')
  })

  it('does not replace a tab in which something was typed', () => {
    const tabs = tabsWith([tab('a', { draft: 'unsent' })], 'a')
    tabs.openConversation(ConversationId.parse('c1'))
    expect(tabs.store.getState().open.map((known) => known.draft)).toEqual(['unsent', ''])
  })
})
