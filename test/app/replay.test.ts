import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { PresetId } from '../../src/shared/ids.ts'
import type { PresetSettings } from '../../src/shared/preset.ts'
import { runViewOf } from '../../src/shared/run-view.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { type AppClient, ask, openApp, savePreset } from './support.ts'

const MODELS = ['openai/gpt-5-mini', 'anthropic/claude-haiku-4-5', 'google/gemini-2.5-flash']
const WAYS: readonly PresetSettings[] = [
  { strategy: 'voting', earlyStop: true },
  { strategy: 'voting', earlyStop: false, rule: 'weighted' },
  { strategy: 'cascade', stopOn: 'agreement', threshold: 0.7 },
  { strategy: 'cascade', stopOn: 'quality', threshold: 0.7 },
  { strategy: 'sequential', minCharacters: 1 },
  { strategy: 'parallel', merge: 'model' },
  { strategy: 'parallel', merge: 'none' },
  { strategy: 'expert' },
  { strategy: 'auto' },
]

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

describe('F5 replay', () => {
  test('100 recorded runs decide the same once more, bit for bit, and nobody is asked', { timeout: 120_000 }, async () => {
    const runs = []
    for (let index = 0; index < 99; index += 1) {
      const way = WAYS[index % WAYS.length]
      if (way === undefined) continue
      // One vendor fails now and then: that is replayed as well.
      const preset = await savePreset(client, MODELS, way, {}, { maxOutputTokens: index % 4 === 0 ? 16 : 200 })
      runs.push(await ask(client, `What is ${index} * ${index + 3}?`, preset))
    }
    runs.push(await ask(client, 'What is 17 * 23?', PresetId.parse('voting')))
    const asked = server.requests.length
    for (const run of runs) {
      const replayed = await client.runs.replay({ id: run.id })
      expect(replayed.view.decisions.map(({ at: _, ...decision }) => decision)).toEqual(
        run.decisions.map(({ at: _, ...decision }) => decision),
      )
      expect(replayed.view.outcome).toEqual(run.outcome)
      expect(replayed.same).toBe(true)
    }
    expect(runs).toHaveLength(100)
    expect(server.requests.length).toBe(asked)
  })

  test('step by step: the view as of each event leads to the view of the run', async () => {
    const run = await ask(client, 'What is 17 * 23?', await savePreset(client, MODELS, { strategy: 'voting', earlyStop: true }))
    const events = await client.runs.events({ id: run.id })
    expect(runViewOf(run.id, events.slice(0, 1))).toMatchObject({ state: 'running', outcome: null, decisions: [] })
    expect({ ...runViewOf(run.id, events), seq: 0 }).toEqual({ ...(await client.runs.get({ id: run.id })), seq: 0 })
  })

  test('another preset over the same answers, without asking anybody, and who is not in the recording is named', async () => {
    const side = await savePreset(client, MODELS, { strategy: 'parallel', merge: 'none' })
    const run = await ask(client, 'What is 17 * 23?', side)
    const vote = await savePreset(client, MODELS, { strategy: 'voting', earlyStop: false })
    const asked = server.requests.length
    const replayed = await client.runs.replay({ id: run.id, presetId: vote })
    expect(replayed.view.outcome).toMatchObject({ agreement: { of: 3 } })
    expect(replayed).toMatchObject({ same: false, answerSame: false, notRecorded: [] })
    const other = await savePreset(client, [...MODELS, 'openai/gpt-5'], { strategy: 'voting', earlyStop: false })
    const partly = await client.runs.replay({ id: run.id, presetId: other })
    expect(partly.notRecorded).toHaveLength(1)
    expect(partly.view.outcome?.agreement?.of).toBe(3)
    expect(server.requests.length).toBe(asked)
    expect(await client.runs.list({ filter: 'all', limit: 50, query: '' })).toHaveLength(1)
  })
})
