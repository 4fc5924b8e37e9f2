import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { field, openSettings } from './support/open-settings.tsx'
import { modelInfo, providerView } from './support/settings-core.ts'

const models = [
  modelInfo('openai/gpt-5'),
  modelInfo('openai/gpt-5-mini', { enabled: false }),
  modelInfo('openai/gpt-new', { price: null, contextWindow: null }),
  modelInfo('ollama/llama', { price: { inputPerMillion: 0, outputPerMillion: 0, source: 'free' } }),
]
const providers = [providerView({ id: 'openai', kind: 'openai', name: 'OpenAI' })]
const rowOf = (label: string) => {
  const row = screen.getByRole('switch', { name: `Ask ${label}` }).closest('tr')
  if (!row) throw new TypeError('A model stands in a row.')
  return row
}
const price = (name: string) => `${name} price of gpt-5 in dollars per million tokens`

describe('D10 models and prices', () => {
  it('shows prices with where they come from, “No price” where there is none, and free ones', async () => {
    await openSettings('models', { models, providers })
    expect(rowOf('gpt-5').textContent).toContain('$1.25$10.00list, 2026-09-23')
    expect(rowOf('gpt-new').textContent).toContain('No price')
    expect(rowOf('gpt-new').textContent).not.toContain('$0')
    expect(rowOf('llama').textContent).toContain('Free')
  })

  it('takes the user’s own price and goes back to the list’s', async () => {
    const { core } = await openSettings('models', { models, providers })
    fireEvent.click(screen.getByRole('button', { name: 'Price of gpt-5' }))
    fireEvent.change(field(price('Input')), { target: { value: '0.9' } })
    fireEvent.change(field(price('Cache read')), { target: { value: '0.09' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save price' }))
    await waitFor(() =>
      expect(core.state().models[0]?.price).toMatchObject({
        inputPerMillion: 0.9,
        outputPerMillion: 10,
        cacheReadPerMillion: 0.09,
        source: 'user',
        since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      }),
    )
    await waitFor(() => expect(rowOf('gpt-5').textContent).toContain('$0.9000$10.00you'))
    fireEvent.click(screen.getByRole('button', { name: 'Price of gpt-5' }))
    fireEvent.click(screen.getByRole('button', { name: 'Back to the list’s price' }))
    await waitFor(() => expect(core.state().models[0]?.price).toMatchObject({ inputPerMillion: 1.25, source: 'list' }))
    await waitFor(() => expect(rowOf('gpt-5').textContent).toContain('$1.25$10.00list'))
  })

  it('does not save half a price', async () => {
    const { core } = await openSettings('models', { models, providers })
    fireEvent.click(screen.getByRole('button', { name: 'Price of gpt-5' }))
    fireEvent.change(field(price('Output')), { target: { value: '' } })
    expect(screen.getByText('Output is empty. Write dollars per million tokens; 0 is free.')).toBeDefined()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save price' }).disabled).toBe(true)
    expect(core.state().models[0]?.price?.source).toBe('list')
  })

  it('turns one model on, or all that are shown', async () => {
    const { core } = await openSettings('models', { models, providers })
    fireEvent.click(screen.getByRole('switch', { name: 'Ask gpt-5-mini' }))
    await waitFor(() => expect(core.state().models[1]?.enabled).toBe(true))
    fireEvent.change(field('Search models'), { target: { value: 'openai mini' } })
    expect(screen.getByText('1 model')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'More about these models' }))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Turn these off' }))
    await waitFor(() => expect(core.state().models.map((model) => model.enabled)).toEqual([true, false, true, true]))
  })

  it('shows the models of the provider that the place names', async () => {
    await openSettings('models/ollama', { models, providers })
    expect(screen.queryByRole('switch', { name: 'Ask gpt-5' })).toBeNull()
    expect(rowOf('llama')).toBeDefined()
  })

  it('adds a model by its id', async () => {
    const { core } = await openSettings('models', { models, providers })
    fireEvent.click(screen.getByRole('button', { name: 'Add a model' }))
    const form = (await screen.findByLabelText('Model id')).closest('form')
    if (!form) throw new TypeError('The id stands in a form.')
    fireEvent.change(within(form).getByLabelText('Model id'), { target: { value: 'gpt 6' } })
    expect(within(form).getByText('Model id: “gpt 6” cannot be used. Write the vendor’s own id, without spaces.')).toBeDefined()
    fireEvent.change(within(form).getByLabelText('Model id'), { target: { value: 'gpt-6' } })
    fireEvent.submit(form)
    await waitFor(() => expect(core.state().models.at(-1)).toMatchObject({ ref: 'openai/gpt-6', origin: 'typed' }))
  })
})
