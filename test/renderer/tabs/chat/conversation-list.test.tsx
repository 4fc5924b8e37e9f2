import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ConversationList } from '../../../../src/renderer/tabs/chat/list/conversation-list.tsx'
import { renderIn, startSession } from '../../support/render-page.tsx'
import { scriptedCore } from '../../support/scripted-core.ts'
import { freshSnapshot } from '../../support/snapshots.ts'

const row = (id: string, title: string, change: object = {}) => ({
  id,
  title,
  createdAt: 0,
  updatedAt: Date.now(),
  running: null,
  lastState: 'done',
  ...change,
})

async function list(conversations: object[]) {
  const core = scriptedCore(freshSnapshot({ conversations }))
  const session = await startSession(core)
  renderIn(session, <ConversationList currentId={null} onChosen={vi.fn()} />)
  return { core, session }
}

describe('A1 conversations', () => {
  it('says what will be here while there is none', async () => {
    await list([])
    expect(screen.getByText(/Your conversations will be listed here/)).toBeDefined()
  })

  it('shows how far a run is', async () => {
    await list([row('c1', 'Heroku', { running: { done: 2, of: 4 } })])
    expect(screen.getByTitle('Running, 2 of 4 done').textContent).toBe('2 / 4')
  })

  it('finds by words, and says so where nothing is found', async () => {
    await list([row('c1', 'Heroku'), row('c2', 'Lease')])
    const search = screen.getByRole('searchbox', { name: 'Search conversations' })
    fireEvent.change(search, { target: { value: 'Lease' } })
    await waitFor(() => expect(screen.queryByTitle('Heroku')).toBeNull())
    expect(screen.getByTitle('Lease')).toBeDefined()
    fireEvent.change(search, { target: { value: 'Zebra' } })
    await screen.findByText('No conversation says “Zebra”.')
  })

  it('opens a conversation in the empty tab', async () => {
    const { session } = await list([row('c1', 'Heroku')])
    fireEvent.click(screen.getByTitle('Heroku'))
    expect(session.tabs.store.getState().open.map((tab) => tab.conversationId)).toEqual(['c1'])
  })

  it('deletes at once and offers to undo', async () => {
    const { core, session } = await list([row('c1', 'Heroku')])
    fireEvent.click(screen.getByRole('button', { name: 'More about Heroku' }))
    fireEvent.click(within(await screen.findByRole('menu')).getByRole('menuitem', { name: 'Delete' }))
    await waitFor(() => expect(core.calls).toContainEqual({ name: 'remove', input: { id: 'c1' } }))
    await waitFor(() =>
      expect(session.toasts.store.getState()[0]).toMatchObject({ text: '“Heroku” was deleted.', action: { label: 'Undo' } }),
    )
  })
})
