import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ModelRef, PresetId } from '../../src/shared/ids.ts'
import { Member } from '../../src/shared/preset.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { type AppClient, ended, openApp, savePreset } from './support.ts'

const A = 'openai/gpt-5-mini'
const B = 'anthropic/claude-haiku-4-5'
const QUESTION = 'Which lease applies?'
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
  app = await openApp({ server, vendors: ['openai', 'anthropic'] })
  client = app.client
  for (const model of ['gpt-5-mini', 'claude-haiku-4-5']) server.script({ model }, { text: `The first.\nAnswer: first` })
})
afterEach(() => app.close())

const start = async (change: Partial<Parameters<AppClient['runs']['start']>[0]> = {}) => {
  const presetId = await savePreset(client, [A, B], SIDE_BY_SIDE)
  const { runId } = await client.runs.start({ presetId, text: QUESTION, ...change })
  return ended(client, runId)
}

describe('A2 a run started by itself', () => {
  test('asks the preset’s members outside of any conversation, and is listed', async () => {
    expect(await client.runs.orchestrators()).toContainEqual({ id: 'advanced', version: 1, asked: true })
    const run = await start()
    expect(run).toMatchObject({ state: 'done', title: 'Which lease applies?', conversationId: null, presetName: 'Test' })
    expect(run.speakers.map(({ state }) => state)).toEqual(['done', 'done'])
    expect((await client.runs.list({}))[0]).toMatchObject({ id: run.id, orchestrator: 'advanced', presetId: 'test-2-parallel' })
    expect((await client.app.snapshot()).conversations).toEqual([])
  })

  test('strategy, members and budget of the form count for this run alone', async () => {
    const members = [Member.parse({ id: 'only', model: ModelRef.parse(B), maxOutputTokens: 100 })]
    const settings = { strategy: 'sequential', minCharacters: 1 } as const
    const run = await start({ settings, members, budgetMicros: 99_000 })
    expect(run).toMatchObject({ strategy: 'sequential', budgetMicros: 99_000, speakers: [{ id: 'only', model: B }] })
    const preset = (await client.app.snapshot()).presets.find(({ id }) => id === run.presetId)
    expect(preset?.settings.strategy).toBe('parallel')
    expect(preset?.members).toHaveLength(2)
  })

  test('says before what it would cost, also while nothing is typed', async () => {
    const presetId = await savePreset(client, [A, B], SIDE_BY_SIDE)
    const all = await client.runs.estimate({ presetId, text: '' })
    const one = await client.runs.estimate({
      presetId,
      text: '',
      members: [Member.parse({ id: 'm1', model: ModelRef.parse(A), maxOutputTokens: 200 })],
    })
    expect(all.atMostMicros).toBeGreaterThan(one.atMostMicros)
    expect(one.atMostMicros).toBeGreaterThan(0)
  })

  test.each([
    ['an orchestrator that is none', { orchestrator: 'magic' }, /no orchestrator “magic”.*advanced/],
    ['a preset that is none', { presetId: PresetId.parse('gone') }, /no preset “gone”/],
    ['an empty question', { text: '  ' }, /question is empty/],
  ])('%s is refused with what there is', async (_, change, message) => {
    await expect(start(change)).rejects.toThrow(message)
  })
})

describe('A2 another try of a run', () => {
  test('asks the same question with another preset, anew, and names the run that it came from', async () => {
    const first = await start()
    const presetId = await savePreset(client, [A, B], { strategy: 'voting', earlyStop: false })
    server.requests.length = 0
    const { runId } = await client.runs.askPreset({ id: first.id, presetId })
    const second = await ended(client, runId)
    expect(second).toMatchObject({
      title: first.title,
      strategy: 'voting',
      outcome: { answer: 'The first.', agreement: { agree: 2, of: 2 } },
    })
    expect(server.requests.filter(({ lastUser }) => lastUser === QUESTION)).toHaveLength(2)
    expect((await client.runs.inspect({ id: runId })).forkOf).toBe(first.id)
    expect((await client.runs.inspect({ id: first.id })).forkOf).toBeNull()
  })
})

describe('A2 the list of runs', () => {
  test('is narrowed by preset, model, orchestrator, time and words together', async () => {
    const first = await start({ text: 'The lease of the flat' })
    const second = await start({ text: 'The heating of the flat', members: [Member.parse({ id: 'm1', model: ModelRef.parse(B) })] })
    const third = await savePreset(client, [A], { strategy: 'sequential', minCharacters: 1 })
    const { runId } = await client.runs.start({ presetId: third, text: 'The garden' })
    await ended(client, runId)
    const ids = async (query: Parameters<AppClient['runs']['list']>[0]) => (await client.runs.list(query)).map(({ id }) => id)
    expect(await ids({})).toEqual([runId, second.id, first.id])
    expect(await ids({ presetId: third })).toEqual([runId])
    expect(await ids({ model: ModelRef.parse(B) })).toEqual([second.id, first.id])
    expect(await ids({ model: ModelRef.parse(B), query: 'lease flat' })).toEqual([first.id])
    expect(await ids({ orchestrator: 'advanced' })).toHaveLength(3)
    expect(await ids({ orchestrator: 'pipeline' })).toEqual([])
    const startedAt = (await client.runs.list({})).find(({ id }) => id === second.id)?.startedAt ?? 0
    expect(await ids({ since: startedAt })).toEqual([runId, second.id])
    expect(await ids({ until: startedAt })).toEqual([first.id])
    expect(await ids({ model: ModelRef.parse(B), limit: 1 })).toEqual([second.id])
  })
})
