import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { runOf } from '../../../../src/renderer/tabs/orchestration/run-place.ts'
import { RunId } from '../../../../src/shared/ids.ts'
import { agreedRun, run, speaker } from '../../support/snapshots.ts'
import { openRuns } from './support/open-runs.tsx'
import { plannedRun } from './support/planned-run.ts'

const list = () => screen.getByRole('navigation', { name: 'Runs' })
const rows = () => within(list()).queryAllByRole('listitem')
const filter = (name: string) => fireEvent.click(within(list()).getByRole('radio', { name }))
const failed = () => run([speaker(1, 'failed')], { id: 'run-failed', title: 'A tale of failure', state: 'failed', endedAt: 1 })

describe('A2 the list of runs', () => {
  it('says what will be here, and how to make it so', async () => {
    const { session } = await openRuns('', [])
    await screen.findByText(/Every question that you ask is a run\./)
    fireEvent.click(screen.getByRole('button', { name: 'Ask a question' }))
    const { open, activeId } = session.tabs.store.getState()
    expect(open.find((tab) => tab.id === activeId)?.kind).toBe('chat')
  })

  it('names each run with its state, preset, time and cost', async () => {
    await openRuns('', [agreedRun(), plannedRun()])
    await waitFor(() => expect(rows()).toHaveLength(2))
    for (const words of ['When does it arrive?', 'Done', 'Vote', '6.7\u00a0s', '$0.0051']) expect(rows()[0]?.textContent).toContain(words)
    for (const words of ['Heat-pump quotes', 'Waits for you', 'Research']) expect(rows()[1]?.textContent).toContain(words)
  })

  it('shows those of a filter, and those that say the words of a search', async () => {
    await openRuns('', [agreedRun(), plannedRun(), failed()])
    await waitFor(() => expect(rows()).toHaveLength(3))
    filter('Waiting for you')
    await waitFor(() => expect(rows().map((row) => row.textContent)).toEqual([expect.stringContaining('Heat-pump quotes')]))
    filter('Failed')
    await waitFor(() => expect(rows().map((row) => row.textContent)).toEqual([expect.stringContaining('A tale of failure')]))
    fireEvent.change(screen.getByRole('searchbox', { name: 'Search runs' }), { target: { value: 'nobody' } })
    await screen.findByText('No run here is called “nobody”.')
    filter('All')
    fireEvent.change(screen.getByRole('searchbox', { name: 'Search runs' }), { target: { value: 'Heat' } })
    await waitFor(() => expect(rows()).toHaveLength(1))
  })

  it('changes while it is looked at', async () => {
    const { core } = await openRuns('', [run([speaker(1, 'streaming')])])
    await waitFor(() => expect(rows()[0]?.textContent).toContain('Running'))
    core.runs.set('run-a1', agreedRun())
    core.emit({ type: 'run-changed', id: RunId.parse('run-a1') })
    await waitFor(() => expect(rows()[0]?.textContent).toContain('Done'))
  })

  it('opens a run in this tab, and goes back', async () => {
    const { session } = await openRuns('', [agreedRun()])
    await waitFor(() => expect(rows()).toHaveLength(1))
    fireEvent.click(within(list()).getByRole('button', { name: /When does it arrive/ }))
    await screen.findByRole('heading', { name: 'When does it arrive?', level: 1 })
    expect(session.tabs.store.getState().open.map(runOf)).toContain('run-a1')
    fireEvent.click(screen.getByRole('button', { name: 'All runs' }))
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'When does it arrive?', level: 1 })).toBeNull())
  })

  it('moves through the rows with the arrow keys', async () => {
    await openRuns('', [agreedRun(), plannedRun()])
    await waitFor(() => expect(rows()).toHaveLength(2))
    fireEvent.keyDown(screen.getByRole('searchbox', { name: 'Search runs' }), { key: 'ArrowDown' })
    expect(document.activeElement?.textContent).toContain('When does it arrive?')
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' })
    expect(document.activeElement?.textContent).toContain('Heat-pump quotes')
  })
})
