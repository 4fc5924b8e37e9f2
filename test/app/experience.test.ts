import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { PresetId } from '../../src/shared/ids.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { type AppClient, ask, ended, openApp, savePreset, send } from './support.ts'

const MODELS = ['openai/gpt-5-mini', 'anthropic/claude-haiku-4-5']
const SUM = 'What is 17 * 23?'

let server: VendorServer
let app: Awaited<ReturnType<typeof openApp>>
let client: AppClient

beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clear()
  app = await openApp({ server, vendors: ['openai', 'anthropic', 'google'] })
  client = app.client
})
afterEach(() => app.close())

describe('B2 B5 B11 what the app learns', () => {
  test('a thumb teaches routing, the next choice says so with its numbers, and a reset forgets it', async () => {
    const vote = await savePreset(client, MODELS, { strategy: 'voting', earlyStop: false })
    const { answer, runId } = await send(client, SUM, vote)
    const run = await ended(client, runId)
    expect(run.outcome?.quality?.method).toBe('agreement')
    await client.chat.rate({ answerId: answer.id, thumb: 'down' })
    await expect.poll(async () => (await client.experience.view()).beliefs.length).toBeGreaterThan(0)
    const auto = await savePreset(client, MODELS, { strategy: 'auto' })
    const chosen = await ask(client, SUM, auto)
    expect(chosen.decisions[0]?.reason).toMatch(/Known of math: .* 0\.\d\d \(\d+ answers/)
    await client.experience.reset()
    expect((await client.experience.view()).beliefs).toEqual([])
  })

  test('what each model did is measured by strategy and type of task', async () => {
    const vote = await savePreset(client, MODELS, { strategy: 'voting', earlyStop: false })
    await ask(client, SUM, vote)
    const profiles = await client.experience.profiles()
    expect(profiles.map(({ model }) => model).toSorted()).toEqual(MODELS.toSorted())
    expect(profiles[0]).toMatchObject({ strategy: 'voting', taskType: 'math', calls: 1, success: 1, totalMs: { p50: expect.any(Number) } })
  })

  test('a judge of another vendor is asked twice where the user wants it, and never otherwise', async () => {
    const alone = await savePreset(client, MODELS.slice(0, 1), { strategy: 'sequential', minCharacters: 1 })
    const before = (await ask(client, SUM, alone)).costMicros
    await client.settings.update({ judge: true })
    const run = await ask(client, SUM, alone)
    const { effects } = await client.runs.inspect({ id: run.id })
    expect(effects.filter(({ path }) => path.includes('judge-'))).toHaveLength(2)
    expect(run.decisions.some(({ title }) => title.includes('judge'))).toBe(true)
    expect(run.costMicros).toBeGreaterThan(before)
    const members = run.speakers.reduce((sum, { result }) => sum + (result?.costMicros ?? 0), 0)
    expect(run.judge).toMatchObject({ model: expect.not.stringMatching(/^openai/), output: expect.any(Number) })
    expect((run.judge?.costMicros ?? 0) + members).toBe(run.costMicros)
  })

  test('a member that the user chose is asked, whatever was learned, and nothing is tried where members were chosen', async () => {
    const auto = await savePreset(client, [...MODELS, 'google/gemini-2.5-flash'], { strategy: 'auto' })
    const { id: conversationId } = await client.conversations.create({})
    const first = await client.chat.send({ conversationId, parentId: null, text: SUM, attachments: [], presetId: auto, only: ['m1'] })
    await ended(client, first.runId)
    await client.chat.rate({ answerId: first.answer.id, thumb: 'down' })
    await expect.poll(async () => (await client.experience.view()).beliefs.length).toBeGreaterThan(0)
    const asked = { conversationId, parentId: null, attachments: [], presetId: auto }
    const pinned = await ended(client, (await client.chat.send({ ...asked, text: SUM, only: ['m1'] })).runId)
    expect(pinned.speakers.map(({ model }) => model)).toEqual([MODELS[0]])
    for (let index = 0; index < 12; index += 1) {
      const { auto: reason } = await client.chat.estimate({ ...asked, text: `What is ${index} * 17?`, only: ['m1', 'm2'] })
      expect(reason?.reason).not.toContain('to learn more')
    }
    const tried = await Promise.all(
      Array.from({ length: 12 }, (_, index) => client.chat.estimate({ ...asked, text: `What is ${index} * 17?` })),
    )
    expect(tried.some(({ auto: reason }) => reason?.reason.includes('to learn more'))).toBe(true)
  })

  test('nothing is tried where what is left does not pay for two calls of the dearest', async () => {
    const all = [...MODELS, 'google/gemini-2.5-flash']
    const dearest = async (text: string) => {
      const each = await Promise.all(
        all.map(async (model, place) => {
          const alone = await savePreset(
            client,
            [model],
            { strategy: 'sequential', minCharacters: 1 },
            { id: PresetId.parse(`alone-${place}`) },
          )
          return client.chat.estimate({ conversationId: null, parentId: null, attachments: [], presetId: alone, text })
        }),
      )
      return Math.max(...each.map(({ atMostMicros }) => atMostMicros))
    }
    const rich = await savePreset(client, all, { strategy: 'auto' }, { id: PresetId.parse('rich') })
    const first = await send(client, SUM, rich)
    await ended(client, first.runId)
    await client.chat.rate({ answerId: first.answer.id, thumb: 'down' })
    await expect.poll(async () => (await client.experience.view()).beliefs.length).toBeGreaterThan(0)
    const call = await dearest(SUM)
    const reasons = (presetId: PresetId) =>
      Promise.all(
        Array.from({ length: 12 }, async (_, index) => {
          const text = `What is ${index + 10} * 17?`
          const { auto: chosen } = await client.chat.estimate({ conversationId: null, parentId: null, attachments: [], presetId, text })
          return chosen?.reason ?? ''
        }),
      )
    const budget = (id: string, budgetMicros: number) =>
      savePreset(client, all, { strategy: 'auto' }, { id: PresetId.parse(id), budgetMicros })
    const [short, enough] = [await reasons(await budget('short', 2 * call - 1)), await reasons(await budget('enough', 3 * call))]
    expect(short.every((reason) => reason.includes('Known of math'))).toBe(true)
    expect(short.filter((reason) => reason.includes('to learn more'))).toEqual([])
    expect(enough.some((reason) => reason.includes('to learn more'))).toBe(true)
  })
})
