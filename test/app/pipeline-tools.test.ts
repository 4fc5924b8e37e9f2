import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RunId } from '../../src/shared/ids.ts'
import { Pipeline } from '../../src/shared/pipeline.ts'
import type { PresetSettings } from '../../src/shared/preset.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { type AppClient, ended, openApp, savePreset } from './support.ts'

const MODELS = { openai: 'gpt-5-mini', google: 'gemini-2.5-flash', anthropic: 'claude-haiku-4-5' } as const
const VENDORS = Object.keys(MODELS)
const EVERY = Object.entries(MODELS).map(([vendor, id]) => `${vendor}/${id}`)

let server: VendorServer
let app: Awaited<ReturnType<typeof openApp>>
let client: AppClient

beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clear()
  for (const [vendor, id] of Object.entries(MODELS)) server.models(vendor, [{ id }])
  app = await openApp({ server, vendors: VENDORS })
  client = app.client
  await client.tools.setPermission({ name: 'calculator', permission: 'always' })
  server.requests.length = 0
})
afterEach(() => app.close())

const calling = (name: string, input: unknown) => ({ toolCalls: [{ name, arguments: JSON.stringify(input) }] })
const CALCULATE = calling('calculator', { expression: '6 * 7' })
const bodies = () => server.requests.filter(({ lastUser }) => lastUser !== '').map(({ body }) => JSON.stringify(body))

/** A pipeline of one prompt. */
const promptOf = (stage: Record<string, unknown>) =>
  Pipeline.parse({
    id: 'sum',
    name: 'Sum',
    stages: [{ id: 'it', processor: { type: 'prompt', prompt: 'What is six times seven?' }, ...stage }],
  })

async function run(pipeline: Pipeline) {
  const { runId } = await client.pipelines.run({ pipeline, input: null, allowNoPrice: true })
  return runId
}

const toolEffects = async (id: RunId) => (await client.runs.inspect({ id })).effects.filter(({ kind }) => kind === 'tool')

/** Closes the core while the run waits for leave, and opens it again over the same data. */
async function restartAtWait(id: RunId, meanwhile: 'always' | 'ask' | 'never') {
  await expect.poll(async () => (await client.runs.get({ id })).waits.length).toBe(1)
  await client.tools.setPermission({ name: 'calculator', permission: meanwhile })
  await app.close()
  app = await openApp({ home: app.home, server, vendors: VENDORS })
  client = app.client
  await expect.poll(async () => (await client.runs.get({ id })).waits.length).toBe(1)
  const [wait] = (await client.runs.get({ id })).waits
  await client.runs.answer({ id, path: wait?.path ?? '', value: 'yes' })
  return ended(client, id)
}

const PRESETS: readonly PresetSettings[] = [
  { strategy: 'parallel', merge: 'model' },
  { strategy: 'sequential', minCharacters: 1 },
  { strategy: 'voting', earlyStop: false },
  { strategy: 'cascade', stopOn: 'agreement', threshold: 0.7 },
  { strategy: 'expert' },
]

describe('B10 a stage that asks a preset', () => {
  test.each(PRESETS)('lets its members call the tools of the stage: $strategy', async (settings) => {
    const preset = await savePreset(client, EVERY, settings)
    for (const vendor of VENDORS) server.script({ vendor }, [CALCULATE, { text: 'Answer: 42' }])
    const runId = await run(promptOf({ preset, tools: ['calculator'] }))
    const view = await ended(client, runId)
    expect(view.error).toBeNull()
    expect(view.outcome?.answer).toContain('42')
    const asked = view.speakers.filter(({ role, state }) => role === 'member' && state === 'done')
    const calls = await toolEffects(runId)
    expect(calls).toHaveLength(asked.length)
    for (const { outcome } of calls) expect(outcome).toEqual({ ok: true, value: { content: '42' } })
    // Merging reads what the members found out; it gets no tools of its own.
    const merging = bodies().filter((body) => body.includes('Answer: 42'))
    expect(merging).toHaveLength(settings.strategy === 'parallel' ? 1 : 0)
    for (const body of merging) expect(body).not.toMatch(/"tools":\[\{/)
  })

  test('lets them call the preset’s own tools too, and none that is off', async () => {
    await client.tools.setPermission({ name: 'current-time', permission: 'always' })
    await client.tools.setPermission({ name: 'wikipedia', permission: 'never' })
    const preset = await savePreset(client, ['openai/gpt-5-mini'], { strategy: 'voting', earlyStop: false }, { tools: ['current-time'] })
    server.script({}, { text: 'Answer: 42' })
    const view = await ended(client, await run(promptOf({ preset, tools: ['calculator', 'wikipedia'] })))
    expect(bodies()[0]).toMatch(/"calculator"/)
    expect(bodies()[0]).toMatch(/"current-time"/)
    expect(bodies()[0]).not.toMatch(/wikipedia/)
    expect(view.decisions.map(({ title }) => title)).toContain('Without wikipedia')
  })

  test('tells them what the stage and the preset say of how to answer', async () => {
    const preset = await savePreset(client, EVERY, { strategy: 'voting', earlyStop: false }, { systemPrompt: 'Be brief.' })
    server.script({}, { text: 'Answer: 42' })
    const processor = { type: 'prompt', prompt: 'What is six times seven?', system: 'You teach arithmetic.' }
    await ended(client, await run(promptOf({ preset, processor })))
    expect(bodies()).toHaveLength(3)
    for (const body of bodies()) expect(body).toMatch(/Be brief\.[\s\S]*You teach arithmetic\./)
  })

  test('fails at its stage where a tool is none', async () => {
    const preset = await savePreset(client, ['openai/gpt-5-mini'], { strategy: 'voting', earlyStop: false })
    const view = await ended(client, await run(promptOf({ preset, tools: ['no-such-tool'] })))
    expect(view.error?.message).toContain('There is no tool “no-such-tool”')
    expect(bodies()).toEqual([])
  })
})

describe('B10 what was allowed when a stage began counts until it ends, over restarts', () => {
  test('for a model: it still asks, although the tool was allowed for good meanwhile', async () => {
    await client.tools.setPermission({ name: 'calculator', permission: 'ask' })
    server.script({}, [CALCULATE, { text: 'It is 42.' }])
    const view = await restartAtWait(await run(promptOf({ model: 'openai/gpt-5-mini', tools: ['calculator'] })), 'always')
    expect(view).toMatchObject({ state: 'done', outcome: { answer: 'It is 42.' } })
    expect(bodies()).toHaveLength(2)
  })

  test('for a preset: the same', async () => {
    await client.tools.setPermission({ name: 'calculator', permission: 'ask' })
    const preset = await savePreset(client, ['openai/gpt-5-mini'], { strategy: 'voting', earlyStop: false })
    server.script({}, [CALCULATE, { text: 'Answer: 42' }])
    const view = await restartAtWait(await run(promptOf({ preset, tools: ['calculator'] })), 'always')
    expect(view).toMatchObject({ state: 'done', outcome: { answer: '42' } })
    expect(bodies()).toHaveLength(2)
  })

  test('for a stage that is a tool; but one that was switched off is not called', async () => {
    const stage = { processor: { type: 'tool', tool: 'calculator', arguments: { expression: '"6 * 7"' } } }
    await client.tools.setPermission({ name: 'calculator', permission: 'ask' })
    expect(await restartAtWait(await run(promptOf(stage)), 'always')).toMatchObject({ state: 'done', outcome: { answer: '42' } })
    await client.tools.setPermission({ name: 'calculator', permission: 'ask' })
    const view = await restartAtWait(await run(promptOf(stage)), 'never')
    expect(view).toMatchObject({ state: 'failed', error: { code: 'denied' } })
    expect(view.error?.message).toContain('is switched off under Settings')
  })
})
