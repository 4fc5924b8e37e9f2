import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Budgets } from '../../src/shared/settings.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { type AppClient, ask, ended, openApp, savePreset, send } from './support.ts'

const DEAR = 'claude-sonnet-4-5'
const CHEAP = 'gpt-5-mini'
const QUESTION = 'What is seven times eight?'
const TURNS = { strategy: 'sequential', minCharacters: 1 } as const

let server: VendorServer
let app: Awaited<ReturnType<typeof openApp>>
let client: AppClient

beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clear()
  server.requests.length = 0
  app = await openApp({ server, vendors: ['anthropic', 'openai'] })
  client = app.client
  server.script({ model: DEAR }, { text: 'Fifty-six, says the dear one.', usage: { input: 20, output: 10 } })
  server.script({ model: CHEAP }, { text: 'Fifty-six, says the cheap one.', usage: { input: 20, output: 10 } })
})
afterEach(() => app.close())

const asked = () => server.requests.filter(({ lastUser }) => lastUser === QUESTION).map(({ model }) => model)

describe('B11 at the limit, as the settings say', () => {
  test('stop: nothing is sent', async () => {
    await client.settings.update({ budgets: Budgets.parse({ runMicros: 500 }) })
    const run = await ask(client, QUESTION, await savePreset(client, [`anthropic/${DEAR}`], TURNS))
    expect(run.state).toBe('failed')
    expect(asked()).toEqual([])
  })

  test('ask: the run waits, a person allows it, and it goes on', async () => {
    await client.settings.update({ budgets: Budgets.parse({ runMicros: 500, atRunLimit: 'ask' }) })
    const { runId } = await send(client, QUESTION, await savePreset(client, [`anthropic/${DEAR}`], TURNS))
    await expect.poll(async () => (await client.runs.list({ filter: 'waiting' })).map(({ id }) => id)).toEqual([runId])
    expect(asked()).toEqual([])
    const { waits } = await client.runs.get({ id: runId })
    const [wait] = waits
    expect(wait).toMatchObject({ kind: 'approval', options: [{ value: 'call' }, { value: 'run' }, { value: 'no' }] })
    expect(wait?.openedAt).toBeGreaterThan(0)
    await expect(client.runs.answer({ id: runId, path: wait?.path ?? '', value: 'perhaps' })).rejects.toThrow(
      /Choose one of: call, run, no/,
    )
    await client.runs.answer({ id: runId, path: wait?.path ?? '', value: 'call' })
    const run = await ended(client, runId)
    expect(run).toMatchObject({ state: 'done', outcome: { answer: 'Fifty-six, says the dear one.' } })
    expect(asked()).toEqual([DEAR])
  })

  test('ask: leave does not pass to a fork of the run', async () => {
    await client.settings.update({ budgets: Budgets.parse({ runMicros: 500, atRunLimit: 'ask' }) })
    const { runId } = await send(client, QUESTION, await savePreset(client, [`anthropic/${DEAR}`], TURNS))
    await expect.poll(async () => (await client.runs.get({ id: runId })).waits.length).toBe(1)
    const path = (await client.runs.get({ id: runId })).waits[0]?.path ?? ''
    await client.runs.answer({ id: runId, path, value: 'run' })
    await ended(client, runId)
    const { effects } = await client.runs.inspect({ id: runId })
    const fork = await client.runs.fork({ id: runId, before: effects.find(({ kind }) => kind === 'model')?.path ?? '' })
    await expect.poll(async () => (await client.runs.get({ id: fork.runId })).waits.length).toBe(1)
    await client.runs.stop({ id: fork.runId })
    expect((await ended(client, fork.runId)).state).toBe('cancelled')
    expect(asked()).toEqual([DEAR])
  })

  test('degrade: the cheapest model that is on is asked in its place, and the answer says so', async () => {
    const { models } = await client.app.snapshot()
    await client.settings.update({ budgets: Budgets.parse({ runMicros: 800, atRunLimit: 'degrade' }) })
    expect(models.some(({ id, enabled }) => id === CHEAP && enabled)).toBe(true)
    const run = await ask(client, QUESTION, await savePreset(client, [`anthropic/${DEAR}`], TURNS))
    expect(run).toMatchObject({ state: 'done', outcome: { answer: 'Fifty-six, says the cheap one.' } })
    expect(run.speakers[0]?.result?.notes).toEqual([`openai/${CHEAP} answered for anthropic/${DEAR}, which did not fit into the budget.`])
    expect(run.costMicros).toBeLessThanOrEqual(800)
    expect(asked()).toEqual([CHEAP])
  })

  test('degrade: a day that is spent keeps even the cheapest out', async () => {
    await client.settings.update({ budgets: Budgets.parse({ dayMicros: 0, atDayLimit: 'degrade' }) })
    const run = await ask(client, QUESTION, await savePreset(client, [`anthropic/${DEAR}`], TURNS))
    expect(run.speakers[0]?.result?.error?.message).toMatch(/No cheaper model fits into what is left/)
    expect(asked()).toEqual([])
  })
})
