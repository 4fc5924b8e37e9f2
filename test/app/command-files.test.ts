import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { type AppClient, ended, openApp, savePreset } from './support.ts'

let server: VendorServer
let app: Awaited<ReturnType<typeof openApp>>
let client: AppClient

beforeAll(async () => {
  server = await startVendorServer()
  server.models('openai', [{ id: 'gpt-5-mini' }])
  server.models('anthropic', [{ id: 'claude-haiku-4-5' }])
  app = await openApp({ server, vendors: ['openai', 'anthropic'] })
  client = app.client
  const preset = await savePreset(client, ['openai/gpt-5-mini'], { strategy: 'parallel', merge: 'none' })
  await client.settings.update({ defaultPreset: preset })
})
beforeEach(() => {
  server.clear()
  server.requests.length = 0
})
afterAll(async () => {
  await app.close()
  await server.close()
})

const attach = (name: string, text: string) =>
  client.attachments.add({ name, mediaType: 'text/plain', base64: Buffer.from(text).toString('base64') })
const bodies = () => server.requests.filter(({ lastUser }) => lastUser !== '').map(({ body }) => JSON.stringify(body))

describe('E7 files with a command', () => {
  test('go to every step that reads the request, stand at its question, and come along when it is asked again', async () => {
    const file = await attach('cart.txt', 'The cart forgets its items.')
    const { id: conversationId } = await client.conversations.create({})
    const call = { name: 'review-all', arguments: 'Look at the file.', attachments: [file] }
    const { question, answer, runId } = await client.library.send({
      ...call,
      conversationId,
      parentId: null,
      budgetMicros: null,
      allowNoPrice: false,
    })
    expect(question.attachments).toEqual([file])
    expect(answer.attachments).toEqual([])
    expect((await ended(client, runId)).state).toBe('done')
    const asked = bodies()
    expect(asked.length).toBeGreaterThan(3)
    for (const body of asked) expect(body).toContain('The cart forgets its items.')
    server.requests.length = 0
    const again = await client.chat.askAgain({
      answerId: answer.id,
      presetId: (await client.app.snapshot()).settings.defaultPreset,
      allowNoPrice: false,
    })
    await ended(client, again.runId)
    for (const body of bodies()) expect(body).toContain('The cart forgets its items.')
  })
})

describe('E7 what a command costs', () => {
  test('is said before it runs, with its time; its files and its words count, and a run stays below', async () => {
    const estimate = (typed: string, attachments: readonly Awaited<ReturnType<typeof attach>>[] = []) =>
      client.library.estimate({ name: 'review-all', arguments: typed, attachments: [...attachments] })
    const short = await estimate('Look.')
    expect(short).toMatchObject({ noPrice: [], blocked: null, free: false })
    expect(short.aboutMicros).toBeGreaterThan(0)
    expect(short.atMostMicros).toBeGreaterThan(short.aboutMicros)
    expect(short.expectedMs).toBeGreaterThan(10_000)
    expect((await estimate('Look. '.repeat(2_000))).aboutMicros).toBeGreaterThan(short.aboutMicros)
    expect((await estimate('Look.', [await attach('long.txt', 'word '.repeat(5_000))])).aboutMicros).toBeGreaterThan(short.aboutMicros)

    const { runId } = await client.library.run({
      name: 'review-all',
      arguments: 'Look.',
      attachments: [],
      budgetMicros: null,
      allowNoPrice: false,
    })
    const view = await ended(client, runId)
    expect(view.atMostMicros).toBe(short.atMostMicros)
    expect(view.costMicros).toBeGreaterThan(0)
    expect(view.costMicros).toBeLessThanOrEqual(short.atMostMicros ?? 0)
  })

  test('is refused in words where the day’s money does not suffice', async () => {
    const { budgets } = (await client.app.snapshot()).settings
    await client.settings.update({ budgets: { ...budgets, dayMicros: 1 } })
    expect((await client.library.estimate({ name: 'review-all', arguments: '', attachments: [] })).blocked).toContain('is left for today')
    await client.settings.update({ budgets })
  })
})
