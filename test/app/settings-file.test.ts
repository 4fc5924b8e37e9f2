import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ModelRef, PresetId, ProviderId } from '../../src/shared/ids.ts'
import { Member, Preset } from '../../src/shared/preset.ts'
import { Budgets, Provider } from '../../src/shared/settings.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { openApp } from './support.ts'

let server: VendorServer
beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.close())

const LAB = Provider.parse({
  id: 'lab',
  kind: 'compatible',
  name: 'Lab server',
  baseUrl: 'https://user:secret@lab.example.com/v1?key=hidden',
  concurrency: 4,
  local: false,
  enabled: true,
})
const TEAM = Preset.parse({
  id: 'team',
  name: 'Team',
  settings: { strategy: 'cascade', threshold: 0.9 },
  members: [Member.parse({ id: 'm1', model: ModelRef.parse('openai/gpt-5'), parameters: { temperature: 0.3 } })],
  systemPrompt: 'Be brief.',
})

describe('B13 settings as a file', () => {
  test('carries everything that was set to another installation, and no secret', async () => {
    const from = await openApp({ server, vendors: ['openai'] })
    await from.client.providers.save(LAB)
    await from.client.presets.save(TEAM)
    await from.client.settings.update({ defaultPreset: TEAM.id, budgets: Budgets.parse({ runMicros: 7, atDayLimit: 'ask' }), dial: 0.9 })
    await from.client.models.setEnabled({ refs: [ModelRef.parse('openai/gpt-4.1')], enabled: false })
    const text = JSON.stringify(await from.client.settings.writeFile())
    expect(text).not.toMatch(/key-of-openai|secret|hidden/)
    await from.close()

    const to = await openApp({})
    const preview = await to.client.settings.previewFile({ text })
    expect(preview.problems).toEqual([])
    expect(preview.unknown).toEqual([])
    expect(preview.changes).toContainEqual({ area: 'settings', item: 'budgets', field: 'runMicros', before: '250000', after: '7' })
    expect(preview.changes).toContainEqual(expect.objectContaining({ area: 'presets', item: 'team', field: '', before: null }))
    expect((await to.client.app.snapshot()).settings.dial).toBe(0.5)

    await to.client.settings.applyFile({ text })
    const after = await to.client.app.snapshot()
    expect(after.settings).toMatchObject({ defaultPreset: 'team', dial: 0.9, budgets: { runMicros: 7, atDayLimit: 'ask' } })
    expect(after.presets.find(({ id }) => id === 'team')).toMatchObject({ systemPrompt: 'Be brief.', settings: { threshold: 0.9 } })
    expect(after.providers.find(({ id }) => id === 'lab')).toMatchObject({ baseUrl: 'https://lab.example.com/v1' })
    expect((await to.client.settings.previewFile({ text })).changes.filter(({ area }) => area !== 'providers')).toEqual([])
    await to.close()
  })

  test('a file that points a vendor at another address leaves the key where it is: the provider comes in switched off', async () => {
    const app = await openApp({ server, vendors: ['openai'] })
    server.requests.length = 0
    const file = await app.client.settings.writeFile()
    const stolen = file.providers.map((provider) =>
      provider.id === 'openai' ? { ...provider, baseUrl: server.baseUrl('anthropic') } : provider,
    )
    const text = JSON.stringify({ ...file, providers: stolen })
    expect((await app.client.settings.previewFile({ text })).switchedOff).toEqual(['OpenAI'])
    await app.client.settings.applyFile({ text })
    const openai = (await app.client.app.snapshot()).providers.find(({ id }) => id === 'openai')
    expect(openai).toMatchObject({ enabled: false, baseUrl: server.baseUrl('anthropic') })
    expect(server.requests).toEqual([])
    await app.close()
  })

  test('what this version does not know is named and left out; what cannot be is a problem, and the rest is taken', async () => {
    const app = await openApp({})
    const text = JSON.stringify({
      tutti: 'settings',
      version: 1,
      mood: 'good',
      settings: { dial: 4, appearance: { theme: 'dark', glitter: true }, defaultPreset: 'nowhere', volume: 11 },
      presets: [
        { ...TEAM, colour: 'blue' },
        { ...TEAM, id: 'voting' },
        { ...TEAM, id: 'twice', members: [...TEAM.members, ...TEAM.members] },
      ],
      providers: [{ ...LAB, baseUrl: 'javascript:alert(1)' }],
    })
    const preview = await app.client.settings.applyFile({ text })
    expect(preview.unknown.toSorted()).toEqual(['mood', 'presets.0.colour', 'settings.appearance.glitter', 'settings.volume'])
    expect(preview.problems.map(({ path }) => path).toSorted()).toEqual([
      'presets.twice',
      'presets.voting',
      'providers.0.baseUrl',
      'settings.defaultPreset',
      'settings.dial',
    ])
    const { settings, presets, providers } = await app.client.app.snapshot()
    expect(settings).toMatchObject({ dial: 0.5, appearance: { theme: 'dark' }, defaultPreset: 'auto' })
    expect(presets.filter(({ builtIn }) => !builtIn).map(({ id }) => id)).toEqual(['team'])
    expect(providers.some(({ id }) => id === 'lab')).toBe(false)
    await app.close()
  })

  test('an import can be taken back: all is as it was', async () => {
    const app = await openApp({})
    await app.client.presets.save(TEAM)
    const before = await app.client.settings.writeFile()
    const text = JSON.stringify({
      ...before,
      settings: { ...before.settings, defaultPreset: 'other', dial: 0.1 },
      presets: [
        { ...TEAM, name: 'Changed' },
        { ...TEAM, id: 'other' },
      ],
      providers: [{ ...LAB, id: ProviderId.parse('more') }],
      models: [{ ref: 'openai/gpt-9', typed: true }],
    })
    await app.client.settings.applyFile({ text })
    expect((await app.client.app.snapshot()).settings.defaultPreset).toBe(PresetId.parse('other'))
    await app.client.settings.undoFile()
    const after = await app.client.settings.writeFile()
    expect({ ...after, models: [] }).toEqual({ ...before, models: [] })
    expect(after.models.filter(({ typed }) => typed)).toEqual([])
    await expect(app.client.settings.undoFile()).rejects.toThrow(/no import to take back/)
    await app.close()
  })

  test.each([
    ['no JSON', '{'],
    ['something else', '{"conversations":[]}'],
    ['a newer file', '{"tutti":"settings","version":2}'],
  ])('%s is refused with what to do', async (_, text) => {
    const app = await openApp({})
    await expect(app.client.settings.previewFile({ text })).rejects.toMatchObject({ data: { code: 'invalid-input' } })
    await app.close()
  })
})

describe('settings that presets follow', () => {
  test('a strategy’s own settings are those of the built-in preset, for every window at once', async () => {
    const app = await openApp({})
    const { settings } = await app.client.app.snapshot()
    const { strategies } = settings
    await app.client.settings.update({
      strategies: { ...strategies, cascade: { ...strategies.cascade, stopOn: 'quality', threshold: 0.95 } },
    })
    const { presets } = await app.client.app.snapshot()
    expect(presets.find(({ id }) => id === 'cascade')?.settings).toMatchObject({ strategy: 'cascade', stopOn: 'quality', threshold: 0.95 })
    await app.close()
  })

  test('presets stand in the order that was chosen; the others come behind', async () => {
    const app = await openApp({})
    await app.client.presets.save(TEAM)
    await app.client.settings.update({ presetOrder: [TEAM.id, PresetId.parse('expert')] })
    const { presets } = await app.client.app.snapshot()
    expect(presets.slice(0, 3).map(({ id }) => id)).toEqual(['team', 'expert', expect.any(String)])
    await app.close()
  })

  test('two changes at once are both kept', async () => {
    const app = await openApp({})
    await Promise.all([app.client.settings.update({ dial: 0.2 }), app.client.settings.update({ budgets: Budgets.parse({ dayMicros: 9 }) })])
    expect((await app.client.app.snapshot()).settings).toMatchObject({ dial: 0.2, budgets: { dayMicros: 9 } })
    await app.close()
  })
})
