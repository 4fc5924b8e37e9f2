import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Policies } from '../../src/shared/policies.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { type AppClient, ask, ended, openApp, savePreset } from './support.ts'

const SIDE_BY_SIDE = { strategy: 'parallel', merge: 'none' } as const
const TOKEN = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`

let server: VendorServer
let app: Awaited<ReturnType<typeof openApp>>
let client: AppClient

beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clear()
  server.models('openai', [{ id: 'gpt-5-mini' }])
  app = await openApp({ server, vendors: ['openai'] })
  client = app.client
  server.requests.length = 0
})
afterEach(() => app.close())

const allow = (change: Partial<Policies>) => client.settings.update({ policies: Policies.parse(change) })
const asked = () => server.requests.filter(({ lastUser }) => lastUser !== '').length
const remote = () => savePreset(client, ['openai/gpt-5-mini'], SIDE_BY_SIDE)

describe('A7 what may leave this computer', () => {
  test('a secret is held back before anything is sent or paid, and the error says which without giving it away', async () => {
    const run = await ask(client, `Why does ${TOKEN} not work?`, await remote())
    const error = run.speakers[0]?.result?.error
    expect(error).toMatchObject({ code: 'withheld', retryable: false })
    expect(error?.message).toMatch(/Not sent to OpenAI: .*GitHub token ….* Take it out, or change it under Settings, Policies\./)
    expect(error?.message).not.toContain(TOKEN)
    expect(run.costMicros).toBe(0)
    expect(asked()).toBe(0)
  })

  test('the key of a provider is held back although it has no form of its own', async () => {
    await ask(client, 'Is key-of-openai-0000000000 still good?', await remote())
    expect(asked()).toBe(0)
  })

  test('an attached file of text is read for it', async () => {
    const base64 = Buffer.from(`token=${TOKEN}`).toString('base64')
    const file = await client.attachments.add({ name: 'env.txt', mediaType: 'text/plain', base64 })
    const { id } = await client.conversations.create({})
    const question = { conversationId: id, parentId: null, text: 'What is this?', presetId: await remote(), allowNoPrice: false }
    const { runId } = await client.chat.send({ ...question, attachments: [file] })
    expect((await ended(client, runId)).speakers[0]?.result?.error).toMatchObject({ code: 'withheld' })
    expect(asked()).toBe(0)
  })

  test('where secrets may pass, they do, from the next call on', async () => {
    await allow({ secrets: 'pass' })
    const run = await ask(client, `Why does ${TOKEN} not work?`, await remote())
    expect(run.state).toBe('done')
    expect(asked()).toBe(1)
  })

  test('a phrase stays here however it is written, also in the system prompt', async () => {
    await allow({ phrases: ['Project Nightjar'] })
    const run = await ask(client, 'When does PROJECT NIGHTJAR ship?', await remote())
    expect(run.speakers[0]?.result?.error).toMatchObject({ code: 'withheld', message: expect.stringContaining('“Project Nightjar”') })
    await ask(
      client,
      'When does it ship?',
      await savePreset(client, ['openai/gpt-5-mini'], SIDE_BY_SIDE, { systemPrompt: 'You know project nightjar.' }),
    )
    expect(asked()).toBe(0)
    expect((await ask(client, 'When does it ship?', await remote())).state).toBe('done')
  })

  test('with this computer alone, Auto and presets choose local members, and a named remote one is held back', async () => {
    await allow({ reach: 'this-computer' })
    const { presets } = await client.app.snapshot()
    const chosen = presets.flatMap(({ asked: members }) => members.map(({ model }) => model))
    expect(chosen.length).toBeGreaterThan(0)
    expect(chosen.filter((model) => model.startsWith('openai/'))).toEqual([])
    const both = await savePreset(client, ['openai/gpt-5-mini', 'demo/steady'], SIDE_BY_SIDE)
    const run = await ask(client, 'What is 6 * 7?', both)
    expect(run.speakers.map(({ state }) => state)).toEqual(['failed', 'done'])
    expect(asked()).toBe(0)
    await allow({ reach: 'anywhere' })
    expect((await client.app.snapshot()).presets.flatMap(({ asked: members }) => members.map(({ model }) => model))).toContain(
      'openai/gpt-5-mini',
    )
  })

  test('what a tool would carry out of this computer is judged too', async () => {
    await allow({ phrases: ['Nightjar'] })
    await client.tools.setPermission({ name: 'wikipedia', permission: 'always' })
    const call = { toolCalls: [{ name: 'wikipedia', arguments: JSON.stringify({ query: 'nightjar "launch"' }) }] }
    server.script({ vendor: 'openai' }, [call, { text: 'I could not look.' }])
    const preset = await savePreset(client, ['openai/gpt-5-mini'], SIDE_BY_SIDE, { tools: ['wikipedia'] })
    const run = await ask(client, 'Look the bird up.', preset)
    const { effects } = await client.runs.inspect({ id: run.id })
    expect(JSON.stringify(effects)).toMatch(/Not sent to wikipedia: .*“Nightjar”/)
  })

  test('a policy that cannot be is refused with the field and the rule', async () => {
    await expect(client.settings.update({ policies: { reach: 'anywhere', secrets: 'stop', phrases: ['x'] } })).rejects.toThrow(
      /policies\.phrases\.0: A phrase has at least two characters/,
    )
  })

  test('no file of settings and no report tells the phrases, and no file loosens a policy', async () => {
    await allow({ phrases: ['Project Nightjar'] })
    await ask(client, 'When does Project Nightjar ship?', await remote())
    await allow({ phrases: ['Project Nightjar'], reach: 'this-computer' })
    const file = await client.settings.writeFile()
    expect(JSON.stringify(file)).not.toContain('Nightjar')
    expect((await client.app.diagnostics()).text).not.toContain('Nightjar')
    const text = JSON.stringify({ ...file, settings: { ...file.settings, policies: { reach: 'anywhere' } } })
    expect((await client.settings.applyFile({ text })).unknown).toEqual(['settings.policies'])
    expect((await client.app.snapshot()).settings.policies).toMatchObject({ reach: 'this-computer', phrases: ['Project Nightjar'] })
  })
})
