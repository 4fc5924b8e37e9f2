import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Provider } from '../../src/shared/settings.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { type AppClient, ask, ended, openApp, savePreset, send } from './support.ts'

const MODEL = 'openai/gpt-5-mini'
const SIDE_BY_SIDE = { strategy: 'parallel', merge: 'none' } as const

let server: VendorServer
let app: Awaited<ReturnType<typeof openApp>>
let client: AppClient

beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clear()
  app = await openApp({ server, vendors: ['openai'] })
  client = app.client
  server.requests.length = 0
})
afterEach(() => app.close())

async function setLimits(change: Partial<Provider>): Promise<void> {
  const openai = (await client.app.snapshot()).providers.find((provider) => provider.id === 'openai')
  await client.providers.save({ ...Provider.parse(openai), ...change })
}

describe('E4 the limits that the user sets for an account', () => {
  test('requests a minute hold the next call back, it says so, and raising the limit lets it go at once', async () => {
    await setLimits({ requestsPerMinute: 1 })
    const preset = await savePreset(client, [MODEL, MODEL], SIDE_BY_SIDE)
    const { runId } = await send(client, 'Both?', preset)
    await expect
      .poll(async () => (await client.runs.get({ id: runId })).speakers.map(({ state }) => state).sort())
      .toEqual(['done', 'queued'])
    expect(server.requests).toHaveLength(1)
    await setLimits({ requestsPerMinute: null })
    expect((await ended(client, runId)).speakers.map(({ state }) => state)).toEqual(['done', 'done'])
  })

  test('tokens a minute hold the next call back until there is room for it', async () => {
    await setLimits({ tokensPerMinute: 300 })
    const preset = await savePreset(client, [MODEL, MODEL], SIDE_BY_SIDE)
    server.script({}, { text: 'Short.', usage: { input: 100, output: 100 } })
    const { runId } = await send(client, 'Both?', preset)
    await expect
      .poll(async () => (await client.runs.get({ id: runId })).speakers.map(({ state }) => state).sort())
      .toEqual(['done', 'queued'])
    await setLimits({ tokensPerMinute: 10_000 })
    expect((await ended(client, runId)).state).toBe('done')
  })
})

describe('E4 who goes first', () => {
  test('a chat’s calls go before those of a run that nobody waits for', async () => {
    await setLimits({ concurrency: 1 })
    const three = await savePreset(client, [MODEL, MODEL, MODEL], SIDE_BY_SIDE)
    const first = await ask(client, 'In the background', three)
    const { effects } = await client.runs.inspect({ id: first.id })
    server.requests.length = 0
    server.script({ user: 'In the background' }, { text: 'Done.', firstTokenMs: 150 })
    const fork = await client.runs.fork({ id: first.id, before: effects[0]?.path ?? '' })
    await expect.poll(() => server.requests.length).toBe(1)
    const two = await savePreset(client, [MODEL, MODEL], SIDE_BY_SIDE)
    await ask(client, 'In the chat', two)
    await ended(client, fork.runId)
    expect(server.requests.map((request) => request.lastUser)).toEqual([
      'In the background',
      'In the chat',
      'In the chat',
      'In the background',
      'In the background',
    ])
  })
})
