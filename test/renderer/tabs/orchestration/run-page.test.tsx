import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { RunEvent, type RunEventBody } from '../../../../src/shared/run.ts'
import { agreedRun, NOW, run, speaker } from '../../support/snapshots.ts'
import { attemptOf, callEffect } from './support/effects.ts'
import { openRuns } from './support/open-runs.tsx'
import { plannedEvents, plannedRun } from './support/planned-run.ts'

const event = (seq: number, body: RunEventBody) => RunEvent.parse({ ...body, seq, at: NOW + 3_000 })
const region = (name: string) => screen.findByRole('region', { name })
const click = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
const choose = async (name: string) => fireEvent.click(await screen.findByRole('radio', { name }))

describe('A2 a run while it goes on', () => {
  it('is paused, resumed and stopped by hand', async () => {
    const { core } = await openRuns('run-a1', [run([speaker(1, 'streaming')])])
    await click('Pause')
    await waitFor(() => expect(core.calls).toContainEqual({ name: 'pause', input: { id: 'run-a1' } }))
    await waitFor(() => expect(core.calls).toContainEqual({ name: 'watchRun', input: { id: 'run-a1', after: 10 } }))
    core.emitRun('run-a1', [event(11, { type: 'run-paused' })])
    await screen.findByText(/This run is paused\. Calls in flight go on/)
    await click('Resume')
    await waitFor(() => expect(core.calls).toContainEqual({ name: 'unpause', input: { id: 'run-a1' } }))
    await click('Stop run')
    await waitFor(() => expect(core.calls).toContainEqual({ name: 'stop', input: { id: 'run-a1' } }))
  })

  it('shows an effect as soon as it has ended', async () => {
    const { core } = await openRuns('run-a1/effects', [run([speaker(1, 'streaming')])], {
      'run-a1': { open: [{ ...attemptOf({ state: 'open', endedAt: null }), path: 'm1/model/0' }] },
    })
    const open = await screen.findByRole('list', { name: 'Under way' })
    expect(open.textContent).toContain('m1/model/0')
    await waitFor(() => expect(core.calls).toContainEqual({ name: 'watchRun', input: { id: 'run-a1', after: 10 } }))
    core.inspections.set('run-a1', { effects: [callEffect('m1')] })
    core.emitRun('run-a1', [event(11, { type: 'decision', decision: { title: 'Asked 1', reason: 'It is one.', chosen: [], among: [] } })])
    await screen.findByRole('button', { name: 'm1/model/0' }, { timeout: 3_000 })
    expect(screen.queryByRole('list', { name: 'Under way' })).toBeNull()
  })

  it('says its steps, what is left and how long', async () => {
    await openRuns('run-plan', [plannedRun(Date.now() - 52_600)])
    const todo = await region('To do')
    expect(todo.textContent).toMatch(/8\d\u00a0%, about 1\d\u00a0s left/)
    expect(todo.textContent).toMatch(/Read the quotes3 of 3.*Review.*Confirm.*Waits for you.*Reportabout 17\u00a0s/)
    const timeline = screen.getByRole('list', { name: 'What ran when' })
    expect(within(timeline).getAllByRole('listitem')).toHaveLength(12)
    const words = await screen.findByRole('list', { name: 'Steps of the run, in words' })
    expect(words.textContent).toContain('Report, not started, about 17\u00a0s; after Review, Confirm; on the critical path')
  })
})

describe('E6 a run that waits for a person', () => {
  it('shows what it is about word for word, and takes the answer', async () => {
    const { core } = await openRuns('run-plan', [plannedRun()])
    const wait = within(await region('Waits for you'))
    expect(wait.getByText('18,000 kWh of heat a year, and electricity at €0.29 for each kWh.')).toBeDefined()
    fireEvent.click(wait.getByRole('button', { name: 'Change' }))
    await waitFor(() =>
      expect(core.calls).toContainEqual({ name: 'answer', input: { id: 'run-plan', path: 'confirm/receive/0', value: 'no' } }),
    )
    await waitFor(() => expect(core.calls.some(({ name }) => name === 'watchRun')).toBe(true))
    core.emitRun('run-plan', [event(plannedEvents().length + 1, { type: 'wait-closed', path: 'confirm/receive/0', answer: 'Change' })])
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Waits for you' })).toBeNull())
  })

  it('takes free text where there is nothing to choose from', async () => {
    const wait = {
      path: 'ask/receive/0',
      kind: 'input',
      title: 'Which year?',
      detail: '',
      options: [],
      openedAt: NOW,
      until: null,
    } as const
    const { core } = await openRuns('run-a1', [run([], { waits: [wait] })])
    fireEvent.change(await screen.findByRole('textbox', { name: 'Your answer' }), { target: { value: '2026' } })
    await click('Answer')
    await waitFor(() =>
      expect(core.calls).toContainEqual({ name: 'answer', input: { id: 'run-a1', path: 'ask/receive/0', value: '2026' } }),
    )
  })

  it('asks nothing where it waits for a time alone', async () => {
    const wait = { path: 'sleep/0', kind: 'timer', title: 'Waits', detail: '', options: [], openedAt: NOW, until: NOW + 60_000 } as const
    await openRuns('run-a1', [run([], { waits: [wait] })])
    const shown = within(await region('Waits for you'))
    expect(shown.queryAllByRole('button')).toEqual([])
    expect(screen.queryByRole('textbox', { name: 'Your answer' })).toBeNull()
  })
})

describe('A2 a run afterwards', () => {
  const effects = [callEffect('m1'), callEffect('m2'), callEffect('m3')]

  it('keeps what was asked and answered in each effect, its attempts with their errors, and its digest', async () => {
    const attempts = [
      {
        state: 'failed',
        costMicros: null,
        usage: null,
        error: { code: 'vendor-error', message: 'OpenAI was overloaded (503).', retryable: true },
      },
      {},
    ] as const
    await openRuns('run-a1/effects', [agreedRun()], { 'run-a1': { effects: [callEffect('m1', attempts), callEffect('m2')] } })
    await click('m1/model/0')
    const detail = await region('m1/model/0')
    for (const words of ['question of m1', 'answer of m1', 'OpenAI was overloaded (503).', 'digest-of-m1'])
      expect(detail.textContent).toContain(words)
    const row = screen.getByRole('button', { name: 'm1/model/0' }).closest('tr')
    for (const words of ['Model call', 'Demo Quick', '2.0\u00a0s', '120', '0.001700']) expect(row?.textContent).toContain(words)
    fireEvent.keyDown(detail, { key: 'Escape' })
    expect(screen.queryByRole('region', { name: 'm1/model/0' })).toBeNull()
  })

  it('forks from an effect and shows the new run', async () => {
    const { core } = await openRuns('run-a1/effects/m2/model/0', [agreedRun()], { 'run-a1': { effects } })
    await click('Fork from here')
    await waitFor(() => expect(core.calls).toContainEqual({ name: 'fork', input: { id: 'run-a1', before: 'm2/model/0' } }))
    await screen.findByText('Running', { selector: 'header *' })
    await screen.findByText('A new run has started. What came before is taken over and not paid again.')
  })

  it('goes on from one that diverged: what is unchanged is kept', async () => {
    const error = { code: 'diverged', message: '“m2” is asked for now, where “m1” was finished.', retryable: false } as const
    const { core } = await openRuns('run-a1', [run([speaker(1, 'done')], { state: 'diverged', endedAt: NOW + 9, error })], {
      'run-a1': { effects },
    })
    await screen.findByText(/3.finished effects are kept and not paid again\./)
    await click('Go on in a new run')
    await waitFor(() => expect(core.calls).toContainEqual({ name: 'fork', input: { id: 'run-a1', before: null } }))
  })

  it('names its costs to the micro-dollar, and their sum', async () => {
    await openRuns('run-a1/cost', [agreedRun()])
    const table = within(await screen.findByRole('table', { name: 'Cost of each speaker' }))
    const rows = table.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent))
    expect(rows[1]).toEqual(['1Model 1', 'Paid', '100', '0', '20', '0', '0.001700'])
    expect(rows.at(-1)).toEqual(['Total', '300', '0', '60', '0', '0.005100'])
  })

  it('gives each decision with its reason and what was chosen among', async () => {
    const decision = { title: 'Asked 1', reason: 'It is the cheapest at $0.0004.', chosen: ['m1'], among: ['m1', 'm2'], at: NOW + 1_000 }
    await openRuns('run-a1', [
      run([speaker(1, 'done'), speaker(2, 'done')], { state: 'done', endedAt: NOW + 2_000, decisions: [decision] }),
    ])
    await choose('Decisions')
    const item = (await screen.findAllByRole('listitem')).at(-1)
    expect(item?.textContent).toBe('1.0\u00a0sAsked 1It is the cheapest at $0.0004.Chosen Model 1, among Model 1, Model 2')
  })

  it('says that it was taken up again', async () => {
    await openRuns('run-a1', [run([speaker(1, 'done')], { state: 'done', endedAt: NOW + 9, resumed: 2 })])
    await screen.findByText('Taken up again after 2 interruptions.')
  })

  it('leads to its conversation', async () => {
    const { session } = await openRuns('run-a1', [agreedRun()])
    await click('Open conversation')
    expect(session.tabs.store.getState().open.some((tab) => tab.conversationId === 'c1')).toBe(true)
  })

  it('says who could not open it, and tries again', async () => {
    const { core } = await openRuns('run-a1', [])
    const note = await screen.findByRole('alert')
    expect(note.textContent).toContain('Tutti could not open this run. This is not in the script.')
    core.runs.set('run-a1', agreedRun())
    await click('Try again')
    await screen.findByRole('heading', { name: 'When does it arrive?', level: 1 })
  })
})
