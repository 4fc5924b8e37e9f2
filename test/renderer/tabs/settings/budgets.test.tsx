import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { monthPace } from '../../../../src/renderer/tabs/settings/budgets/month-pace.ts'
import { REST_MS } from '../../../../src/renderer/tabs/settings/fields/use-text-draft.ts'
import { field, openSettings } from './support/open-settings.tsx'

const DAY = 'Limit of each day in dollars'
const type = (label: string, text: string) => {
  fireEvent.focus(field(label))
  fireEvent.change(field(label), { target: { value: text } })
}

describe('B9 budgets', () => {
  it('shows limits in dollars and keeps a new one in micro-dollars, the other limits untouched', async () => {
    const { core } = await openSettings('budgets')
    expect(field(DAY).value).toBe('5.00')
    type(DAY, '7.5')
    fireEvent.keyDown(field(DAY), { key: 'Enter' })
    await waitFor(() => expect(core.state().settings.budgets.dayMicros).toBe(7_500_000))
    expect(core.state().settings.budgets).toMatchObject({ runMicros: 250_000, monthMicros: 60_000_000 })
    fireEvent.blur(field(DAY))
    await waitFor(() => expect(field(DAY).value).toBe('7.50'))
  })

  it('takes an empty field for no limit', async () => {
    const { core } = await openSettings('budgets')
    type(DAY, '')
    fireEvent.blur(field(DAY))
    await waitFor(() => expect(core.state().settings.budgets.dayMicros).toBeNull())
  })

  it('says what is wrong while it is typed, keeps the old limit and the text, and Esc brings the limit back', async () => {
    const { core } = await openSettings('budgets')
    type(DAY, '5,00')
    const said = 'Each day: “5,00” is not an amount. Write dollars with a point, for example 5.00.'
    expect(screen.getByText(said)).toBeDefined()
    expect(field(DAY).getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(field(DAY).getAttribute('aria-describedby') ?? '')?.textContent).toBe(said)
    fireEvent.blur(field(DAY))
    expect(field(DAY).value).toBe('5,00')
    expect(core.state().settings.budgets.dayMicros).toBe(5_000_000)
    fireEvent.keyDown(field(DAY), { key: 'Escape' })
    expect(field(DAY).value).toBe('5.00')
    expect(screen.queryByText(said)).toBeNull()
  })

  it('applies what was typed when the tab is left in the middle of it', async () => {
    const { core, session } = await openSettings('budgets')
    type(DAY, '9')
    act(() => session.tabs.open('settings', 'appearance'))
    // Well before the rest after which a change is applied in any case.
    await waitFor(() => expect(core.state().settings.budgets.dayMicros).toBe(9_000_000), { timeout: REST_MS / 2 })
  })

  it('shows a limit that another window set', async () => {
    const { core } = await openSettings('budgets')
    const { settings } = core.state()
    act(() => core.emit({ type: 'settings-changed', settings: { ...settings, budgets: { ...settings.budgets, dayMicros: 1_000_000 } } }))
    await waitFor(() => expect(field(DAY).value).toBe('1.00'))
  })

  it('shows what is spent of each limit', async () => {
    await openSettings('budgets', {
      spend: { todayMicros: 1_840_000, monthMicros: 41_360_000, mostRunThisWeekMicros: 112_000, reservedMicros: 20_000 },
    })
    expect(screen.getByRole('meter', { name: 'Today' }).getAttribute('aria-valuetext')).toBe('$1.84 of $5.00')
    expect(screen.getByRole('meter', { name: 'Most this week' }).getAttribute('aria-valuetext')).toBe('$0.1120 of $0.2500')
    expect(screen.getByText(/\$0\.0200 held for calls under way/)).toBeDefined()
  })

  it('says what is done with models that have no price', async () => {
    const { core } = await openSettings('budgets')
    fireEvent.click(screen.getByRole('switch', { name: 'Allow models without a price' }))
    await waitFor(() => expect(core.state().settings.budgets.allowNoPrice).toBe(true))
    expect(await screen.findByText('Allowed. They are marked “No price”, and no budget counts them.')).toBeDefined()
  })

  it('reckons the pace of a month from its days so far, but not from the first two', () => {
    expect(monthPace(10_000_000, new Date(2026, 10, 16))).toBe(20_000_000)
    expect(monthPace(10_000_000, new Date(2026, 10, 2, 23))).toBeNull()
  })
})
