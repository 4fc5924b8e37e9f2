import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import DashboardTab from '../../../../src/renderer/tabs/dashboard/dashboard-tab.tsx'
import type { MetricsHistory } from '../../../../src/shared/metrics.ts'
import { renderIn, startSession } from '../../support/render-page.tsx'
import { CLAUDE, GPT, group, HOUR, historyOf, type MetricsCore, metricsCore, NOON, tallyOf } from './support/metrics-core.ts'

const BUSY = tallyOf({ done: 8, failed: 2, replaced: 2, costMicros: 19_970_000, priced: 10, input: 600, cacheRead: 400 }, { done: 4 })

function busyHistory(change: Partial<MetricsHistory> = {}): MetricsHistory {
  return historyOf({
    total: BUSY,
    points: [
      { from: NOON - 2 * HOUR, to: NOON - HOUR, tally: tallyOf({ done: 3 }, { done: 1 }) },
      { from: NOON - HOUR, to: NOON, tally: tallyOf({ done: 5, failed: 2 }, { done: 3 }) },
    ],
    groups: {
      model: [group(GPT, tallyOf({ done: 7, costMicros: 12_000_000, priced: 7 })), group(CLAUDE, tallyOf({ done: 1, failed: 2 }))],
      strategy: [group('voting', BUSY)],
      task: [group('math', BUSY)],
      orchestrator: [group('advanced', BUSY)],
    },
    ...change,
  })
}

async function open(core: MetricsCore) {
  const session = await startSession(core)
  session.tabs.open('dashboard')
  renderIn(session, <DashboardTab />)
  return session
}

const rows = (name: string) =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').replaceAll('\u00a0', ' ')))

describe('B15 the dashboard', () => {
  test('says before the first question what will be there', async () => {
    await open(metricsCore(historyOf({ first: null })))
    await screen.findByText(/is shown here from the first question on/)
    expect(screen.queryByRole('table')).toBeNull()
  })

  test('shows the period’s figures, unknown where there are none, and never $0 without a price', async () => {
    await open(metricsCore(busyHistory()))
    await screen.findAllByText('80.0 %')
    expect(screen.getByText(/2 calls failed/)).toBeTruthy()
    const models = rows('By model')
    expect(models[1]?.slice(0, 2)).toEqual(['gpt-5 openai', '7'])
    expect(models[2]?.at(-1)).toBe('No price')
    expect(models[2]?.[5]).toBe('–')
  })

  test('sorts a table by any column, and back', async () => {
    await open(metricsCore(busyHistory()))
    const names = () =>
      rows('By model')
        .slice(1, -1)
        .map(([name]) => name?.split(' ')[0])
    const head = within(await screen.findByRole('table', { name: 'By model' })).getByRole('columnheader', { name: 'Success' })
    fireEvent.click(within(head).getByRole('button'))
    expect(names()).toEqual(['gpt-5', 'claude-sonnet-4-5'])
    fireEvent.click(within(head).getByRole('button'))
    expect(names()).toEqual(['claude-sonnet-4-5', 'gpt-5'])
    expect(head.getAttribute('aria-sort')).toBe('ascending')
  })

  test('asks for the period before to compare with', async () => {
    const core = metricsCore(busyHistory())
    await open(core)
    fireEvent.click(await screen.findByRole('radio', { name: 'Day' }))
    await vi.waitFor(() =>
      expect(
        core.asked.history
          .filter(({ period }) => period === 'day')
          .map(({ back }) => back)
          .toSorted((a, b) => a - b),
      ).toEqual([0, 1]),
    )
    fireEvent.click(screen.getByRole('button', { name: 'Earlier' }))
    await vi.waitFor(() => expect(core.asked.history.map(({ back }) => back)).toContain(2))
  })

  test('leads from a strategy to it alone, and from a model to its runs', async () => {
    const core = metricsCore(busyHistory())
    const session = await open(core)
    fireEvent.click(await screen.findByRole('button', { name: 'Show the runs with gpt-5' }))
    await screen.findByText('What is 17 × 23?')
    expect(core.asked.behind).toEqual([{ from: NOON - 2 * HOUR, to: NOON, filter: { model: GPT } }])
    fireEvent.click(screen.getByRole('button', { name: /What is 17 × 23/ }))
    expect(session.tabs.store.getState().open.find(({ kind }) => kind === 'orchestration')?.place).toBe('r1')
    fireEvent.click(screen.getByRole('button', { name: 'Vote' }))
    await vi.waitFor(() => expect(core.asked.history.at(-1)?.filter).toEqual({ strategy: 'voting' }))
  })

  test('reads a chart out as a table whose rows lead to their runs', async () => {
    const core = metricsCore(busyHistory())
    await open(core)
    fireEvent.click(await screen.findByRole('button', { name: 'Table: Calls' }))
    const table = screen.getByRole('table', { name: 'Calls' })
    expect(within(table).getAllByRole('row')).toHaveLength(3)
    fireEvent.click(within(table).getAllByRole('button')[0] ?? table)
    await vi.waitFor(() => expect(core.asked.behind.at(-1)).toMatchObject({ from: NOON - HOUR, to: NOON }))
  })

  test('keeps what was read where reading fails, and says why', async () => {
    const core = metricsCore(busyHistory())
    await open(core)
    await screen.findAllByText('80.0 %')
    core.refuse = 'The disk is full.'
    fireEvent.click(screen.getByRole('radio', { name: 'Hour' }))
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
    expect(screen.getAllByText('80.0 %').length).toBeGreaterThan(0)
  })

  test('follows what happens now, rests while it is paused, and stops with the tab', async () => {
    const core = metricsCore(busyHistory())
    const session = await open(core)
    await vi.waitFor(() => expect(core.followers()).toBe(1))
    const health = {
      provider: 'google',
      name: 'Google',
      breaker: 'open' as const,
      failures: 5,
      until: Date.now() + 12_000,
      inFlight: 0,
      queued: 0,
      places: 8,
    }
    core.live({ endpoints: [health, { ...health, provider: 'ollama', name: 'Ollama', breaker: 'closed', places: 1, queued: 2 }] })
    await screen.findByText(/is paused after 5\sfailures/)
    expect(screen.getByText('Ollama answers one at a time')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }))
    await vi.waitFor(() => expect(core.followers()).toBe(0))
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }))
    await vi.waitFor(() => expect(core.followers()).toBe(1))
    session.close()
  })
})
