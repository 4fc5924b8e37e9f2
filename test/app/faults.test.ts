import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ModelRef } from '../../src/shared/ids.ts'
import type { ScriptedReply } from '../support/vendor-server/script.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { type AppClient, ask, openApp, savePreset, send } from './support.ts'

const VENDORS = {
  openai: 'gpt-5-mini',
  anthropic: 'claude-haiku-4-5',
  google: 'gemini-2.5-flash',
  perplexity: 'sonar',
  groq: 'llama-3.1-8b-instant',
} as const
type Vendor = keyof typeof VENDORS
const NAMES: Vendor[] = ['openai', 'anthropic', 'google', 'perplexity', 'groq']
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
  server.models('groq', [{ id: VENDORS.groq }])
  server.requests.length = 0
  app = await openApp({ server, vendors: NAMES })
  client = app.client
})
afterEach(() => app.close())

/** One member of this vendor, with what the server does to it, beside one that answers. */
async function askWithFault(vendor: Vendor, replies: ScriptedReply | readonly ScriptedReply[]) {
  const healthy: Vendor = vendor === 'openai' ? 'anthropic' : 'openai'
  server.script({ model: VENDORS[vendor] }, replies)
  server.script({ model: VENDORS[healthy] }, { text: 'The other one is fine.' })
  const preset = await savePreset(client, [`${vendor}/${VENDORS[vendor]}`, `${healthy}/${VENDORS[healthy]}`], SIDE_BY_SIDE)
  const run = await ask(client, 'What now?', preset)
  const [faulty, fine] = run.speakers
  expect(run.state).toBe('done')
  expect(fine).toMatchObject({ state: 'done', text: 'The other one is fine.' })
  return { member: faulty, calls: server.requests.filter((request) => request.model === VENDORS[vendor] && request.lastUser !== '').length }
}

const LONG = 'One two three four five six seven eight nine ten eleven twelve.'

describe.each(NAMES)('a failing member never fails the answer: %s', (vendor) => {
  test('429 with retry-after is waited for and answered', async () => {
    const limited: ScriptedReply = { fault: { type: 'status', status: 429, retryAfterMs: 40, message: 'Slow down' } }
    const { member, calls } = await askWithFault(vendor, [limited, { text: 'At last.' }])
    expect(member).toMatchObject({ state: 'done', text: 'At last.' })
    expect(calls).toBe(2)
    const [first, second] = server.requests.filter((request) => request.model === VENDORS[vendor])
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(40)
  })

  test('500 is tried three times and then said', async () => {
    const { member, calls } = await askWithFault(vendor, { fault: { type: 'status', status: 500, message: 'Broken' } })
    expect(member?.result?.error?.code).toBe('vendor-error')
    expect(calls).toBe(3)
  })

  test('401 is said at once, with the remedy and without the key', async () => {
    const { member, calls } = await askWithFault(vendor, {
      fault: { type: 'status', status: 401, message: `Wrong key key-of-${vendor}-0000000000` },
    })
    expect(member?.result?.error?.code).toBe('wrong-key')
    expect(member?.result?.error?.message).not.toContain(`key-of-${vendor}`)
    expect(calls).toBe(1)
  })

  test('a refusal is final', async () => {
    const { member, calls } = await askWithFault(vendor, { text: 'I cannot help with that.', fault: { type: 'refusal' } })
    expect(member?.result?.error?.code).toBe('refused')
    expect(calls).toBe(1)
  })

  test('a cut stream is tried again, and the text that had arrived stays where that fails too', async () => {
    const { member } = await askWithFault(vendor, { text: LONG, chunkSize: 6, chunkMs: 5, fault: { type: 'cut', afterChunks: 4 } })
    expect(member?.result?.error?.code).toBe('cut')
    expect(member?.text).toContain('One two')
  })

  test('a malformed event and a wrong content type are named as such', async () => {
    const broken = await askWithFault(vendor, { text: LONG, fault: { type: 'malformed', afterChunks: 2 } })
    expect(broken.member?.result?.error?.code).toBe('malformed')
    const html = await askWithFault(vendor, { fault: { type: 'content-type' } })
    expect(html.member?.result?.error?.code).toBe('malformed')
  })

  test('a slow drip is waited for', async () => {
    const { member } = await askWithFault(vendor, { text: LONG, chunkSize: 4, chunkMs: 15 })
    expect(member).toMatchObject({ state: 'done', text: LONG })
  })

  test('a hanging call ends when it is stopped: the server sees it, the run goes on', async () => {
    server.script({ model: VENDORS[vendor] }, { fault: { type: 'hang' } })
    const preset = await savePreset(client, [`${vendor}/${VENDORS[vendor]}`], SIDE_BY_SIDE)
    const { runId } = await send(client, 'Hang', preset)
    await expect.poll(() => server.requests.some((request) => request.model === VENDORS[vendor])).toBe(true)
    await client.runs.stop({ id: runId })
    await expect.poll(async () => (await client.runs.get({ id: runId })).state).toBe('cancelled')
    await expect.poll(() => server.requests.find((request) => request.model === VENDORS[vendor])?.aborted).toBe(true)
  })
})

describe('fallback models', () => {
  test('answer after 5xx, and the page is told who answered for whom', async () => {
    server.script({ model: 'gpt-5-mini' }, { fault: { type: 'status', status: 503 } })
    server.script({ model: 'claude-haiku-4-5' }, { text: 'Standing in.' })
    const preset = await savePreset(client, ['openai/gpt-5-mini'], SIDE_BY_SIDE)
    const saved = (await client.app.snapshot()).presets.find((candidate) => candidate.id === preset)
    if (!saved) throw new Error('The preset is gone.')
    const { asked: _, demo: __, ...plain } = saved
    const fallbacks = plain.members.map((member) => member.model.replace('openai/gpt-5-mini', 'anthropic/claude-haiku-4-5'))
    await client.presets.save({
      ...plain,
      members: plain.members.map((member) => ({ ...member, fallbacks: fallbacks.map((ref) => ModelRef.parse(ref)) })),
    })
    const run = await ask(client, 'Who answers?', preset)
    expect(run.speakers[0]).toMatchObject({ state: 'done', text: 'Standing in.', askedModel: 'anthropic/claude-haiku-4-5' })
    expect(run.speakers[0]?.result?.notes.join()).toContain('answered for openai/gpt-5-mini')
  })
})

describe('D10 budget over the wire', () => {
  test('twenty members with retries and fallbacks stay within the run’s limit while the server honours the output limit', async () => {
    // Every third call of the first vendor is answered, so that some members retry and others come to their fallback.
    let asked = 0
    server.script({ vendor: 'openai' }, () => (asked++ % 3 === 2 ? { text: LONG.repeat(40) } : { fault: { type: 'status', status: 500 } }))
    server.script({ vendor: 'anthropic' }, { text: LONG.repeat(40) })
    const fallbacks = [ModelRef.parse('anthropic/claude-haiku-4-5')]
    const models = Array.from({ length: 20 }, () => 'openai/gpt-5-mini')
    const preset = await savePreset(client, models, SIDE_BY_SIDE, {}, { fallbacks })
    const budgetMicros = 5_000
    const run = await ask(client, 'How much is it?', preset, { budgetMicros })
    expect(run.costMicros).toBeGreaterThan(0)
    expect(run.costMicros).toBeLessThanOrEqual(budgetMicros)
    expect(run.overrunMicros).toBe(0)
    const answered = new Set(run.speakers.flatMap((speaker) => (speaker.state === 'done' ? [speaker.askedModel] : [])))
    expect(answered).toContain('anthropic/claude-haiku-4-5')
    expect(server.requests.filter((request) => request.vendor === 'openai').length).toBeGreaterThan(0)
    expect(run.speakers.some((speaker) => (speaker.result?.attempts ?? 0) > 1)).toBe(true)
    const refused = run.speakers.filter((speaker) => speaker.result?.error?.code === 'budget-exceeded')
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(20)
    expect((await client.app.snapshot()).spend.todayMicros).toBe(run.costMicros)
  })
})
