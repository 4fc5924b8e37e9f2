import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { moveMember } from '../../../../src/renderer/tabs/settings/presets/preset-changes.ts'
import { Preset } from '../../../../src/shared/preset.ts'
import { field, openSettings } from './support/open-settings.tsx'
import { modelInfo } from './support/settings-core.ts'

const models = [modelInfo('openai/gpt-5'), modelInfo('google/gemini')]
const mine = Preset.parse({
  id: 'mine',
  name: 'My team',
  settings: { strategy: 'parallel', merge: 'model', mergePrompt: 'Merge them.' },
  members: [
    { id: 'm1', model: 'openai/gpt-5', parameters: { temperature: 0.7, reasoning: 'low' }, fallbacks: ['google/gemini'] },
    { id: 'm2', model: 'google/gemini', maxOutputTokens: 900 },
  ],
  systemPrompt: 'Be short.',
  budgetMicros: 50_000,
})
const demo = [{ id: 'd1', model: 'openai/gpt-5' }]
const presets = [
  { id: 'voting', name: 'Vote', builtIn: true, settings: { strategy: 'voting' }, members: [], asked: demo, demo: false },
  { ...mine, asked: mine.members, demo: false },
]
const saved = (presetsNow: readonly Preset[], id = 'mine') => Preset.parse(presetsNow.find((preset) => preset.id === id))
const names = () =>
  within(screen.getByRole('list', { name: 'Members' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent ?? '')

describe('B14 presets of the user’s own', () => {
  it('shows everything that was saved, and changes only what is changed', async () => {
    const { core } = await openSettings('presets/mine', { models, presets })
    expect(field('Name').value).toBe('My team')
    expect(field('Budget per run').value).toBe('0.05')
    expect(screen.getByLabelText<HTMLTextAreaElement>('System prompt').value).toBe('Be short.')
    expect(screen.getByLabelText<HTMLTextAreaElement>('Merge prompt').value).toBe('Merge them.')
    expect(names()[0]).toContain('temperature 0.7 · reasoning low · 2,048 tokens · 1\u00a0fallback')
    expect(names()[1]).toContain('900 tokens')
    fireEvent.change(field('Name'), { target: { value: 'Our team' } })
    fireEvent.blur(field('Name'))
    await waitFor(() => expect(saved(core.state().presets)).toEqual({ ...mine, name: 'Our team' }))
  })

  it('changes a member’s parameters, and an empty one goes back to the vendor’s own', async () => {
    const { core } = await openSettings('presets/mine', { models, presets })
    fireEvent.click(screen.getByRole('button', { name: 'Parameters of gpt-5' }))
    fireEvent.change(field('Top-p'), { target: { value: '1.5' } })
    expect(screen.getByText('Top-p: “1.5” is too much. Write 1 or less.')).toBeDefined()
    fireEvent.change(field('Top-p'), { target: { value: '0.9' } })
    fireEvent.blur(field('Top-p'))
    fireEvent.change(field('Temperature'), { target: { value: '' } })
    fireEvent.blur(field('Temperature'))
    await waitFor(() => expect(saved(core.state().presets).members[0]?.parameters).toEqual({ reasoning: 'low', topP: 0.9 }))
  })

  it('takes the same model twice, and moves and removes members by keyboard', async () => {
    const { core } = await openSettings('presets/mine', { models, presets })
    fireEvent.click(screen.getByRole('button', { name: 'Add a member' }))
    const choices = await screen.findByRole('dialog', { name: 'Add a member' })
    fireEvent.click(within(choices).getByRole('button', { name: /^gemini/ }))
    await waitFor(() => expect(names()).toHaveLength(3))
    fireEvent.keyDown(screen.getByRole('button', { name: /^Move gpt-5/ }), { key: 'ArrowDown' })
    expect(screen.getByText('gpt-5 is now member 2 of 3.')).toBeDefined()
    await waitFor(() => expect(saved(core.state().presets).members.map((member) => member.id)).toEqual(['m2', 'm1', 'm3']))
    fireEvent.click(screen.getByRole('button', { name: 'Remove gpt-5' }))
    await waitFor(() =>
      expect(saved(core.state().presets).members.map((member) => member.model)).toEqual(['google/gemini', 'google/gemini']),
    )
  })

  it('keeps the other strategy’s settings while it is open', async () => {
    const { core } = await openSettings('presets/mine', { models, presets })
    fireEvent.click(screen.getByRole('radio', { name: 'Cheap first' }))
    fireEvent.click(screen.getByRole('radio', { name: 'Quality' }))
    fireEvent.change(field('Threshold'), { target: { value: '0.8' } })
    fireEvent.blur(field('Threshold'))
    await waitFor(() => expect(saved(core.state().presets).settings).toEqual({ strategy: 'cascade', stopOn: 'quality', threshold: 0.8 }))
    fireEvent.click(screen.getByRole('radio', { name: 'Side by side' }))
    await waitFor(() => expect(saved(core.state().presets).settings).toEqual(mine.settings))
  })

  it('says why a name cannot be used, and keeps the saved one', async () => {
    const { core } = await openSettings('presets/mine', { models, presets })
    fireEvent.change(field('Name'), { target: { value: '  ' } })
    fireEvent.blur(field('Name'))
    expect(screen.getByText('Name: “  ” cannot be used. Write 1 to 80 characters.', { normalizer: (text) => text })).toBeDefined()
    expect(saved(core.state().presets).name).toBe('My team')
  })

  it('saves what was typed last when the editor is left', async () => {
    const { core, session } = await openSettings('presets/mine', { models, presets })
    fireEvent.change(field('Name'), { target: { value: 'Left in a hurry' } })
    act(() => session.tabs.open('settings', 'appearance'))
    await waitFor(() => expect(saved(core.state().presets).name).toBe('Left in a hurry'))
  })

  it('starts a new preset with members chosen automatically, and says whom a message would go to', async () => {
    const { core } = await openSettings('presets', { models, presets })
    fireEvent.click(screen.getByRole('button', { name: 'New preset' }))
    expect(await screen.findByText('Chosen automatically from your models. A message would go to:')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Choose members yourself' }))
    await waitFor(() =>
      expect(
        core
          .state()
          .presets.at(-1)
          ?.members.map((member) => member.model),
      ).toEqual(['openai/gpt-5']),
    )
  })

  it('deletes at once and brings it back as it was', async () => {
    const { core } = await openSettings('presets/mine', { models, presets })
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(core.state().presets).toHaveLength(1))
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(saved(core.state().presets)).toEqual(mine))
  })

  it('makes one the default, and the default cannot be deleted', async () => {
    const { core } = await openSettings('presets/mine', { models, presets })
    fireEvent.click(screen.getByRole('button', { name: 'Make default' }))
    await waitFor(() => expect(core.state().settings.defaultPreset).toBe('mine'))
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Delete' }).disabled).toBe(true))
  })

  it('shows a built-in preset without offering what the core refuses; a copy can be changed', async () => {
    const { core } = await openSettings('presets/voting', { models, presets })
    expect(screen.queryByLabelText('Name')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Duplicate to change' }))
    await waitFor(() => expect(field('Name').value).toBe('Vote copy'))
    expect(core.state().presets.at(-1)).toMatchObject({ name: 'Vote copy', builtIn: false })
  })

  it('leaves the order alone where a move would leave the list', () => {
    expect(moveMember(mine.members, 0, -1)).toEqual(mine.members)
    expect(moveMember(mine.members, 1, 2)).toEqual(mine.members)
  })
})
