import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ModelRef, ProviderId } from '../../src/shared/ids.ts'
import type { RunView } from '../../src/shared/run.ts'
import type { Resilience } from '../../src/shared/settings.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { type AppClient, ask, openApp, savePreset, send } from './support.ts'

const SIDE_BY_SIDE = { strategy: 'parallel', merge: 'none' } as const
const MODELS = { openai: 'gpt-5-mini', google: 'gemini-2.5-flash', anthropic: 'claude-haiku-4-5' } as const

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
  app = await openApp({ server, vendors: Object.keys(MODELS) })
  client = app.client
  server.requests.length = 0
})
afterEach(() => app.close())

const allow = (change: Partial<Resilience>) => client.settings.update({ resilience: { hedge: false, substitute: 'off', ...change } })
const asked = () => server.requests.filter((request) => request.lastUser !== '').map((request) => request.model)

async function attemptsOf(run: RunView) {
  const { effects } = await client.runs.inspect({ id: run.id })
  return effects.flatMap((effect) => effect.attempts)
}

describe('E8 a second call where the first is slow to begin', () => {
  /** One member that has answered often enough for its usual time to be known. */
  async function practised() {
    const preset = await savePreset(client, ['openai/gpt-5-mini'], SIDE_BY_SIDE)
    server.script({ model: MODELS.openai }, { text: 'Quick.', firstTokenMs: 5 })
    const all = Array.from({ length: 20 }, () => 'openai/gpt-5-mini')
    await ask(client, 'Quick?', await savePreset(client, all, SIDE_BY_SIDE))
    server.requests.length = 0
    return preset
  }

  test('the faster one answers, the other is cut off at the vendor, and both are shown with their cost', async () => {
    await allow({ hedge: true })
    const preset = await practised()
    server.script({ model: MODELS.openai }, [{ fault: { type: 'hang' } }, { text: 'From the second call.' }])
    const run = await ask(client, 'Slow?', preset)
    expect(run.speakers[0]).toMatchObject({ state: 'done', text: 'From the second call.' })
    expect(run.speakers[0]?.result?.notes.join()).toMatch(/Asked a second time after 0\.\d+ s .* it answered first/)
    await expect.poll(() => server.requests[0]?.aborted).toBe(true)
    expect(server.requests).toHaveLength(2)
    const attempts = await attemptsOf(run)
    expect(attempts).toMatchObject([
      { number: 1, state: 'cancelled', error: { code: 'not-needed' } },
      { number: 2, state: 'done' },
    ])
    const spent = attempts.reduce((sum, attempt) => sum + (attempt.costMicros ?? 0), 0)
    expect(attempts.every((attempt) => (attempt.costMicros ?? 0) > 0)).toBe(true)
    expect(run.costMicros).toBe(spent)
    expect((await client.app.snapshot()).spend.reservedMicros).toBe(0)
  })

  test('a first call that begins after all goes on, and its text is not mixed with the other’s', async () => {
    await allow({ hedge: true })
    const preset = await practised()
    const late = { text: 'The first one, late but whole.', firstTokenMs: 150, chunkMs: 10 }
    server.script({ model: MODELS.openai }, [late, { fault: { type: 'hang' } }])
    const run = await ask(client, 'Slow?', preset)
    expect(run.speakers[0]).toMatchObject({ state: 'done', text: 'The first one, late but whole.' })
    expect(run.speakers[0]?.result?.notes.join()).toContain('the first call answered after all')
    expect((await attemptsOf(run)).map((attempt) => attempt.state)).toEqual(['done', 'cancelled'])
  })

  test('a second call that fails, or that no budget is left for, does not fail the first', async () => {
    await allow({ hedge: true })
    const preset = await practised()
    const late = { text: 'Late.', firstTokenMs: 150 }
    server.script({ model: MODELS.openai }, [late, { fault: { type: 'status', status: 400 } }])
    expect((await ask(client, 'Slow?', preset)).speakers[0]).toMatchObject({ state: 'done', text: 'Late.' })
    server.script({ model: MODELS.openai }, late)
    const enoughForOne = Math.ceil(
      ((await client.chat.estimate({ conversationId: null, parentId: null, text: 'Slow?', attachments: [], presetId: preset }))
        .atMostMicros /
        2) *
        1.2,
    )
    server.requests.length = 0
    expect((await ask(client, 'Slow?', preset, { budgetMicros: enoughForOne })).speakers[0]).toMatchObject({ state: 'done', text: 'Late.' })
    expect(server.requests).toHaveLength(1)
  })

  test('stopping the run cuts both off', async () => {
    await allow({ hedge: true })
    const preset = await practised()
    server.script({ model: MODELS.openai }, { fault: { type: 'hang' } })
    const { runId } = await send(client, 'Hang', preset)
    await expect.poll(() => server.requests.length).toBe(2)
    await client.runs.stop({ id: runId })
    await expect.poll(async () => (await client.runs.get({ id: runId })).state).toBe('cancelled')
    await expect.poll(() => server.requests.every((request) => request.aborted)).toBe(true)
    expect((await client.app.snapshot()).spend.reservedMicros).toBe(0)
  })

  test('nobody is asked twice where the user did not allow it', async () => {
    const preset = await practised()
    server.script({ model: MODELS.openai }, { text: 'Late.', firstTokenMs: 300 })
    expect((await ask(client, 'Slow?', preset)).speakers[0]).toMatchObject({ state: 'done', text: 'Late.' })
    expect(server.requests).toHaveLength(1)
  })
})

describe('E8 an equivalent model stands in', () => {
  test('after the asked model has failed, of another vendor, and the answer says so', async () => {
    await allow({ substitute: 'equivalent' })
    server.script({ model: MODELS.openai }, { fault: { type: 'status', status: 503, message: 'Overloaded' } })
    server.script({ model: MODELS.google }, { text: 'Standing in.' })
    const preset = await savePreset(client, ['openai/gpt-5-mini'], SIDE_BY_SIDE)
    const run = await ask(client, 'Who answers?', preset)
    expect(run.speakers[0]).toMatchObject({ state: 'done', text: 'Standing in.', askedModel: 'google/gemini-2.5-flash' })
    expect(run.speakers[0]?.result?.notes.join()).toMatch(
      /google\/gemini-2\.5-flash answered for openai\/gpt-5-mini, as a model of another vendor .* Overloaded/,
    )
    expect((await attemptsOf(run)).map(({ model, state }) => `${model} ${state}`)).toEqual([
      ...Array.from({ length: 3 }, () => 'openai/gpt-5-mini failed'),
      'google/gemini-2.5-flash done',
    ])
  })

  test('named fallbacks come first', async () => {
    await allow({ substitute: 'equivalent' })
    server.script({ model: MODELS.openai }, { fault: { type: 'status', status: 503 } })
    const fallbacks = [ModelRef.parse('anthropic/claude-haiku-4-5')]
    const preset = await savePreset(client, ['openai/gpt-5-mini'], SIDE_BY_SIDE, {}, { fallbacks })
    const run = await ask(client, 'Who answers?', preset)
    expect(run.speakers[0]?.askedModel).toBe('anthropic/claude-haiku-4-5')
    expect(asked()).not.toContain(MODELS.google)
  })

  test('at once while the asked model’s endpoint rests', async () => {
    await allow({ substitute: 'equivalent' })
    server.script({ model: MODELS.openai }, { fault: { type: 'status', status: 503 } })
    const preset = await savePreset(client, ['openai/gpt-5-mini'], SIDE_BY_SIDE)
    await ask(client, 'One', preset)
    await ask(client, 'Two', preset)
    server.requests.length = 0
    const run = await ask(client, 'Three', preset)
    expect(run.speakers[0]).toMatchObject({ state: 'done', askedModel: 'google/gemini-2.5-flash' })
    expect(asked()).toEqual([MODELS.google])
    const openai = (await client.app.snapshot()).providers.find((provider) => provider.id === 'openai')
    expect(openai?.health).toMatchObject({ state: 'open', failures: 5 })
  })

  test('never where the user did not allow it, and never for a request that is itself wrong', async () => {
    server.script({ model: MODELS.openai }, { fault: { type: 'status', status: 503 } })
    const preset = await savePreset(client, ['openai/gpt-5-mini'], SIDE_BY_SIDE)
    expect((await ask(client, 'Off', preset)).speakers[0]?.result?.error?.code).toBe('vendor-error')
    await allow({ substitute: 'equivalent' })
    server.script({ model: MODELS.openai }, { fault: { type: 'status', status: 400 } })
    expect((await ask(client, 'Wrong', preset)).speakers[0]?.result?.error?.code).toBe('bad-request')
    expect(new Set(asked())).toEqual(new Set([MODELS.openai]))
  })

  test('“at most” counts what may stand in, and the second call', async () => {
    const preset = await savePreset(client, ['google/gemini-2.5-flash'], SIDE_BY_SIDE)
    const question = { conversationId: null, parentId: null, text: 'How much?', attachments: [], presetId: preset }
    const plain = await client.chat.estimate(question)
    await allow({ substitute: 'equivalent' })
    const substituted = await client.chat.estimate(question)
    await allow({ substitute: 'equivalent', hedge: true })
    const both = await client.chat.estimate(question)
    expect(substituted.atMostMicros).toBeGreaterThan(plain.atMostMicros)
    expect(both.atMostMicros).toBe(2 * substituted.atMostMicros)
    expect(both.aboutMicros).toBe(plain.aboutMicros)
  })
})

test('E8 windows are told when an endpoint rests', async () => {
  const states: (string | undefined)[] = []
  const controller = new AbortController()
  const watching = (async () => {
    for await (const update of await client.app.watch({ after: null }, { signal: controller.signal })) {
      if (update.type !== 'events') continue
      for (const event of update.events) {
        if (event.type === 'providers-changed')
          states.push(event.providers.find(({ id }) => id === ProviderId.parse('openai'))?.health?.state)
      }
    }
  })().catch(() => {})
  server.script({ model: MODELS.openai }, { fault: { type: 'status', status: 500 } })
  const preset = await savePreset(client, ['openai/gpt-5-mini'], SIDE_BY_SIDE)
  await ask(client, 'One', preset)
  await ask(client, 'Two', preset)
  await expect.poll(() => states.at(-1)).toBe('open')
  controller.abort()
  await watching
})
