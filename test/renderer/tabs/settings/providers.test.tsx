import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { field, openSettings } from './support/open-settings.tsx'
import { providerView, REFUSED } from './support/settings-core.ts'

const GOOGLE = providerView({ shippedUrl: null })
const GROQ = providerView({
  id: 'groq',
  kind: 'compatible',
  name: 'Groq',
  baseUrl: 'https://api.groq.com/openai/v1',
  shippedUrl: 'https://api.groq.com/openai/v1',
})
const providers = [GOOGLE, GROQ]
const KEY = 'google-AbCdEfGhIjKlMnOp4f2a'

const paste = (label: string, key: string) => {
  fireEvent.change(field(label), { target: { value: key } })
  const form = field(label).form
  if (!form) throw new TypeError('A key field stands in a form.')
  fireEvent.submit(form)
}
/** Everything in reach of the page: each store, the document, what the browser keeps. */
const inReach = (stores: unknown[]) =>
  JSON.stringify(stores) + document.documentElement.outerHTML + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)

describe('F6 a key goes one way', () => {
  it('is sent once, cleared at once, and stands nowhere in the page', async () => {
    const { core, session } = await openSettings('providers/google', { providers })
    paste('Key of Google', KEY)
    expect(field('Key of Google').value).toBe('')
    expect(await screen.findByText(/Answered in 412 ms/)).toBeDefined()
    expect(core.keys).toEqual([{ id: 'google', key: KEY }])
    expect(field('Key of Google').placeholder).toMatch(/^•+4f2a$/)
    const stores = [session.app, session.tabs.store, session.toasts.store, session.connection].map((store) => store.getState())
    const reach = inReach(stores) + [...document.querySelectorAll('input')].map((input) => input.value).join()
    expect(reach).toContain('4f2a')
    expect(reach).not.toContain(KEY)
    expect(reach).not.toContain(KEY.slice(0, -4))
  })

  it('is not offered to the browser to keep', async () => {
    await openSettings('providers/google', { providers })
    expect(field('Key of Google').type).toBe('password')
    expect(field('Key of Google').autocomplete).toBe('off')
  })

  it('shows under the field that the vendor refused it', async () => {
    await openSettings('providers/google', { providers })
    paste('Key of Google', `google-${REFUSED}`)
    expect(await screen.findByText('Google refused this key (401). Check that it is copied whole.')).toBeDefined()
    expect(field('Key of Google').getAttribute('aria-invalid')).toBe('true')
  })

  it('is not sent where it holds a line break, and the message does not repeat it', async () => {
    const { core } = await openSettings('providers/google', { providers })
    paste('Key of Google', 'abc def')
    expect(screen.getByText('Key: it has spaces or line breaks inside. Check that only the key was copied.')).toBeDefined()
    expect(core.keys).toEqual([])
  })

  it('opens the vendor that the core recognised by the form of a pasted key', async () => {
    const { core } = await openSettings('providers', { providers })
    fireEvent.click(screen.getByRole('button', { name: 'Add a provider' }))
    await screen.findByLabelText('Paste a key')
    paste('Paste a key', 'groq-0123456789')
    expect(await screen.findByLabelText('Key of Groq')).toBeDefined()
    expect(core.keys).toEqual([{ id: undefined, key: 'groq-0123456789' }])
  })

  it('asks before a key is forgotten', async () => {
    const kept = providerView({ shippedUrl: null, key: { state: 'vault', ending: '4f2a' } })
    const { core } = await openSettings('providers/google', { providers: [kept] })
    fireEvent.click(screen.getByRole('button', { name: 'Remove key' }))
    const dialog = await screen.findByRole('dialog', { name: 'Remove the key of Google?' })
    expect(core.state().providers[0]?.key.state).toBe('vault')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove key' }))
    await waitFor(() => expect(core.state().providers[0]?.key.state).toBe('none'))
  })

  it('says loudly where keys cannot be kept, and what to do', async () => {
    await openSettings('providers', { providers, vault: 'memory' })
    expect(screen.getByRole('alert').textContent).toMatch(/gone when Tutti quits.*TUTTI_PASSPHRASE/)
  })

  it('does not alarm where they are kept', async () => {
    await openSettings('providers', { providers })
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByText(/kept in this computer’s keychain/)).toBeDefined()
  })
})

describe('Providers', () => {
  it('lists vendors and what is set up, and offers the other known ones', async () => {
    await openSettings('providers', { providers })
    expect(screen.getByRole('button', { name: 'Open Google' })).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Open Groq' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Add a provider' }))
    fireEvent.click(await screen.findByRole('button', { name: /^Groq/ }))
    expect(await screen.findByLabelText('Key of Groq')).toBeDefined()
  })

  it('keeps an address only where it is one, and goes back to the shipped one', async () => {
    const { core } = await openSettings('providers/groq', { providers })
    const address = field('Address of Groq')
    fireEvent.focus(address)
    fireEvent.change(address, { target: { value: 'api.groq.com' } })
    expect(screen.getByText('Address: “api.groq.com” cannot be used. Write an address that starts with http:// or https://.')).toBeDefined()
    fireEvent.change(address, { target: { value: 'http://127.0.0.1:9/v1' } })
    fireEvent.blur(address)
    await waitFor(() => expect(core.state().providers[1]?.baseUrl).toBe('http://127.0.0.1:9/v1'))
    fireEvent.click(screen.getByRole('button', { name: 'Reset' }))
    await waitFor(() => expect(core.state().providers[1]?.baseUrl).toBe('https://api.groq.com/openai/v1'))
    await waitFor(() => expect(address.value).toBe('https://api.groq.com/openai/v1'))
  })

  it('refuses a number of calls that the contract refuses', async () => {
    const { core } = await openSettings('providers/google', { providers })
    const calls = field('Calls at a time to Google')
    fireEvent.change(calls, { target: { value: '65' } })
    expect(screen.getByText('Calls at a time: “65” is too much. Write 64 or less.')).toBeDefined()
    fireEvent.change(calls, { target: { value: '1.5' } })
    expect(screen.getByText('Calls at a time: “1.5” is not a whole number. Write it without a fraction.')).toBeDefined()
    fireEvent.change(calls, { target: { value: '3' } })
    fireEvent.blur(calls)
    await waitFor(() => expect(core.state().providers[0]?.concurrency).toBe(3))
  })

  it('adds an endpoint of the user’s own, with an id made of its name, and can take it back', async () => {
    const { core } = await openSettings('providers', { providers })
    fireEvent.click(screen.getByRole('button', { name: 'Add a provider' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Any OpenAI-compatible endpoint' }))
    fireEvent.change(field('Name'), { target: { value: 'Müller’s Server' } })
    expect(field('Id').value).toBe('muller-s-server')
    fireEvent.change(field('Address'), { target: { value: 'http://10.0.0.2:8000/v1' } })
    fireEvent.click(screen.getByRole('button', { name: 'Add endpoint' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Remove provider' }))
    await waitFor(() => expect(core.state().providers).toHaveLength(2))
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(core.state().providers.at(-1)).toMatchObject({ id: 'muller-s-server', kind: 'compatible', local: false }))
  })

  it('says which id is taken', async () => {
    await openSettings('providers', { providers })
    fireEvent.click(screen.getByRole('button', { name: 'Add a provider' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Any OpenAI-compatible endpoint' }))
    fireEvent.change(field('Name'), { target: { value: 'Google' } })
    expect(screen.getByText('Id: “google” is taken. Choose another one.')).toBeDefined()
  })

  it('follows what another window or the core changes', async () => {
    const { core } = await openSettings('providers', { providers })
    const answered = { ...GOOGLE, models: { enabled: 4, total: 9 } }
    act(() => core.emit({ type: 'providers-changed', providers: [answered] }))
    expect(await screen.findByText('4 of 9 models')).toBeDefined()
  })
})
