import { describe, expect, it } from 'vitest'
import { applyAppEvent, applyAppUpdate } from '../../../src/renderer/state/app-reducer.ts'
import { ConversationSummary } from '../../../src/shared/conversation.ts'
import { freshSnapshot } from '../support/snapshots.ts'

const summary = (id: string, updatedAt: number) =>
  ConversationSummary.parse({ id, title: id, createdAt: 0, updatedAt, running: null, lastState: null })

describe('the shell shows the state of the core', () => {
  it('lists a changed conversation once, newest first', () => {
    let state = freshSnapshot({ conversations: [summary('b', 20), summary('a', 10)] })
    state = applyAppEvent(state, { seq: 2, type: 'conversation-changed', conversation: summary('a', 30) })
    expect(state.conversations.map((conversation) => conversation.id)).toEqual(['a', 'b'])
    state = applyAppEvent(state, { seq: 3, type: 'conversation-changed', conversation: summary('c', 25) })
    expect(state.conversations.map((conversation) => conversation.id)).toEqual(['a', 'c', 'b'])
  })

  it('applies an event that comes twice once', () => {
    const notice = { id: 'n', level: 'warn', text: 'A file was set aside.' } as const
    const once = applyAppEvent(freshSnapshot(), { seq: 2, type: 'notice-added', notice })
    expect(applyAppEvent(once, { seq: 2, type: 'notice-removed', id: 'n' })).toBe(once)
    expect(once.notices).toEqual([notice])
  })

  it('takes a new snapshot whole after a gap, and events only onto a snapshot', () => {
    const later = freshSnapshot({ seq: 90, version: '0.2.0' })
    expect(applyAppUpdate(freshSnapshot(), { type: 'snapshot', snapshot: later })).toBe(later)
    expect(applyAppUpdate(null, { type: 'events', events: [{ seq: 2, type: 'notice-removed', id: 'n' }] })).toBeNull()
  })
})
