import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { field, openSettings } from './support/open-settings.tsx'

const current = () => screen.getAllByRole('button').find((button) => button.getAttribute('aria-current') === 'page')?.textContent

describe('Settings', () => {
  it('opens at the place that another tab asked for, and again after a reload', async () => {
    const { core, session } = await openSettings('presets')
    expect(current()).toBe('Presets')
    act(() => session.tabs.open('settings', 'providers/google'))
    expect(current()).toBe('Providers')
    session.tabs.flush()
    await waitFor(() => expect(core.saved.at(-1)?.open.find((tab) => tab.kind === 'settings')?.place).toBe('providers/google'))
  })

  it('opens at the first section where the place is not one', async () => {
    await openSettings('nowhere/else')
    expect(current()).toBe('Providers')
  })

  it('finds settings by the words on the page and by others that people use', async () => {
    await openSettings('appearance')
    fireEvent.change(field('Search settings'), { target: { value: 'base url' } })
    expect(screen.getByRole('button', { name: 'Address' })).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Budgets' })).toBeNull()
    fireEvent.change(field('Search settings'), { target: { value: 'month limit' } })
    fireEvent.click(screen.getByRole('button', { name: 'Each month' }))
    expect(current()).toBe('Budgets')
    fireEvent.change(field('Search settings'), { target: { value: 'frobnicate' } })
    expect(screen.getByText('No setting is called “frobnicate”.')).toBeDefined()
  })

  it('goes through the sections with the arrow keys', async () => {
    await openSettings('providers')
    field('Search settings').focus()
    fireEvent.keyDown(field('Search settings'), { key: 'ArrowDown' })
    expect(document.activeElement?.textContent).toBe('Providers')
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' })
    expect(document.activeElement?.textContent).toBe('Models and prices')
  })

  it('has one first heading on each page', async () => {
    const { session } = await openSettings('providers')
    for (const place of ['providers', 'models', 'presets', 'budgets', 'appearance']) {
      act(() => session.tabs.open('settings', place))
      expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
    }
  })

  it('changes theme and text size without touching other settings, and stops at the ends', async () => {
    const { core } = await openSettings('appearance', { settings: { appearance: { theme: 'system', textSize: 140 } } })
    fireEvent.click(screen.getByRole('radio', { name: 'Dark' }))
    await waitFor(() => expect(core.state().settings.appearance).toMatchObject({ theme: 'dark', textSize: 140 }))
    fireEvent.click(screen.getByRole('button', { name: 'Larger text' }))
    await waitFor(() => expect(core.state().settings.appearance).toMatchObject({ theme: 'dark', textSize: 150 }))
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Larger text' }).disabled).toBe(true))
    expect(core.state().settings.budgets.dayMicros).toBe(5_000_000)
  })
})
