import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTabs, type KeptView } from '../../../src/renderer/state/tabs.ts'
import { applyTabChange } from '../../../src/shared/apply-tab-change.ts'
import { ConversationId } from '../../../src/shared/ids.ts'
import { Tab, Tabs } from '../../../src/shared/tab.ts'

const tab = (id: string, change: object = {}) => Tab.parse({ id, kind: 'chat', ...change })
const strip = (open: Tab[], activeId: string | null) => Tabs.parse({ open, activeId })

/** A core that applies what windows send when `settle` is called, and tells all of them, as the real one does. */
function core(start: Tabs) {
  let tabs = start
  let made = 0
  const windows: ReturnType<typeof createTabs>[] = []
  const queue: (() => void)[] = []
  return {
    tabs: () => tabs,
    /** `answers` false: the core refuses. */
    window: (options: { answers?: boolean; kept?: KeptView } = {}) => {
      const opened = createTabs({
        newId: () => `new-${++made}`,
        ...(options.kept === undefined ? {} : { kept: options.kept }),
        send: (batch) =>
          new Promise((resolve) => {
            queue.push(() => {
              if (options.answers === false) return resolve('refused')
              tabs = batch.changes.reduce(applyTabChange, tabs)
              for (const window of windows) window.hear(batch)
              resolve('taken')
            })
          }),
      })
      opened.take(tabs)
      windows.push(opened)
      return opened
    },
    settle: async () => {
      for (const window of windows) window.flush()
      await vi.advanceTimersByTimeAsync(0)
      while (queue.length > 0) {
        queue.shift()?.()
        await vi.advanceTimersByTimeAsync(0)
      }
    },
    deliver: () => queue.shift()?.(),
  }
}
const openOf = (window: ReturnType<typeof createTabs>) => window.store.getState().open.map((known) => known.id)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('A1 tabs and drafts are never lost', () => {
  it('has a draft with the core at most half a second after the first key, also while typing goes on', async () => {
    const one = core(strip([tab('a')], 'a'))
    const window = one.window()
    for (let typed = 1; typed <= 6; typed++) {
      window.change('a', { draft: 'x'.repeat(typed) })
      await vi.advanceTimersByTimeAsync(100)
    }
    one.deliver()
    expect(one.tabs().open[0]?.draft.length).toBeGreaterThanOrEqual(5)
  })

  it('sends at once when the page goes away', async () => {
    const one = core(strip([tab('a')], 'a'))
    const window = one.window()
    window.change('a', { draft: 'half a thought' })
    await one.settle()
    expect(one.tabs().open[0]?.draft).toBe('half a thought')
  })

  it('keeps what is being typed while another window changes the tabs', async () => {
    const one = core(strip([tab('a')], 'a'))
    const [mine, theirs] = [one.window(), one.window()]
    mine.change('a', { draft: 'mine' })
    theirs.openAnother('settings')
    await vi.advanceTimersByTimeAsync(0)
    one.deliver()
    expect(mine.store.getState().open[0]?.draft).toBe('mine')
    expect(openOf(mine)).toHaveLength(2)
    await one.settle()
    expect(theirs.store.getState().open[0]?.draft).toBe('mine')
  })

  it('opens a closed tab again with its draft, and says nothing of an empty one', async () => {
    const one = core(strip([tab('a', { draft: 'unsent' }), tab('b')], 'a'))
    const window = one.window()
    window.close('a')
    window.close('b')
    window.reopen()
    await one.settle()
    expect(one.tabs().open.find((known) => known.id === 'a')?.draft).toBe('unsent')
    expect(one.tabs().closed).toEqual([])
    expect(window.store.getState().activeId).toBe('a')
  })

  it('shows again what the core has, where the core refused a change', async () => {
    const one = core(strip([tab('a')], 'a'))
    const window = one.window({ answers: false })
    window.change('a', { draft: 'too much' })
    await one.settle()
    expect(window.store.getState().open[0]?.draft).toBe('')
  })

  it('takes a field away that is set to nothing', async () => {
    const one = core(strip([tab('a', { only: ['m1'], blind: true })], 'a'))
    const window = one.window()
    window.change('a', { only: undefined })
    await one.settle()
    expect(one.tabs().open[0]).toEqual(tab('a', { blind: true }))
  })
})

describe('E11 two windows', () => {
  it('that act within the same moment both have their way', async () => {
    const one = core(strip([tab('a'), tab('b'), tab('c')], 'a'))
    const [left, right] = [one.window(), one.window()]
    left.change('a', { draft: 'left' })
    right.change('b', { draft: 'right' })
    left.move('c', 'a')
    right.close('a')
    right.pin('b', true)
    await one.settle()
    expect(one.tabs().open.map(({ id, draft }) => [id, draft])).toEqual([
      ['b', 'right'],
      ['c', ''],
    ])
    for (const window of [left, right]) expect(window.store.getState().open).toEqual(one.tabs().open)
  })

  it('each go on showing their own tab, and the neighbour of one that the other closed', async () => {
    const one = core(strip([tab('a'), tab('b'), tab('c')], 'a'))
    const [left, right] = [one.window(), one.window()]
    right.activate('b')
    await one.settle()
    expect(left.store.getState().activeId).toBe('a')
    left.close('b')
    await one.settle()
    expect(right.store.getState().activeId).toBe('c')
  })

  it('keep what they show over a reload', async () => {
    let kept: ReturnType<KeptView['read']> = null
    const memory: KeptView = {
      read: () => kept,
      write: (view) => {
        kept = view
      },
    }
    const one = core(strip([tab('a'), tab('b'), tab('c')], 'a'))
    const window = one.window({ kept: memory })
    window.activate('b')
    window.split('c')
    window.resize(0.3)
    window.activate('c')
    one.window().activate('a')
    await one.settle()
    const { activeId, besideId, side, share } = one.window({ kept: memory }).store.getState()
    expect({ activeId, besideId, side, share }).toEqual({ activeId: 'c', besideId: 'b', side: 'right', share: 0.3 })
  })
})

describe('the tab strip', () => {
  it('starts with an empty conversation and never runs out of tabs', async () => {
    const one = core(strip([], null))
    const window = one.window()
    const first = window.store.getState().activeId
    expect(first).not.toBeNull()
    window.close(first ?? '')
    await one.settle()
    expect(window.store.getState().open).toHaveLength(1)
    expect(window.store.getState().activeId).toBe(window.store.getState().open[0]?.id)
  })

  it('shows the neighbour of a closed tab', () => {
    const window = core(strip([tab('a'), tab('b'), tab('c')], 'b')).window()
    window.close('b')
    expect(window.store.getState().activeId).toBe('c')
  })

  it('keeps pinned tabs first, wherever they are moved', () => {
    const window = core(strip([tab('a'), tab('b'), tab('c')], 'b')).window()
    window.pin('c', true)
    expect(openOf(window)).toEqual(['c', 'a', 'b'])
    window.move('c', null)
    expect(openOf(window)).toEqual(['c', 'a', 'b'])
    window.move('b', 'a')
    expect(openOf(window)).toEqual(['c', 'b', 'a'])
  })

  it('opens a conversation once, in the empty tab where there is one', () => {
    const id = ConversationId.parse('c1')
    const window = core(strip([tab('a')], 'a')).window()
    window.openConversation(id)
    window.newChat()
    window.openConversation(id)
    const { open, activeId } = window.store.getState()
    expect(open.filter((known) => known.conversationId === id)).toHaveLength(1)
    expect(activeId).toBe('a')
  })

  it('does not replace a tab in which something was typed', () => {
    const window = core(strip([tab('a', { draft: 'unsent' })], 'a')).window()
    window.openConversation(ConversationId.parse('c1'))
    expect(window.store.getState().open.map((known) => known.draft)).toEqual(['unsent', ''])
  })

  it('keeps a kind that this version does not know', async () => {
    const one = core(strip([tab('x', { kind: 'hologram', place: 'deep/inside' }), tab('a')], 'a'))
    one.window().move('x', null)
    await one.settle()
    expect(one.tabs().open.find((known) => known.id === 'x')).toMatchObject({ kind: 'hologram', place: 'deep/inside' })
  })
})
