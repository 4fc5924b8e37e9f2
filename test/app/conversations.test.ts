import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ModelRef, ProviderId } from '../../src/shared/ids.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { type AppClient, ended, openApp, savePreset, send } from './support.ts'

const MODELS = ['openai/gpt-5-mini', 'anthropic/claude-haiku-4-5', 'google/gemini-2.5-flash']
const SIDE_BY_SIDE = { strategy: 'parallel', merge: 'none' } as const
const VOTE = { strategy: 'voting', earlyStop: false } as const

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
  app = await openApp({ server, vendors: ['openai', 'anthropic', 'google'] })
  client = app.client
})
afterEach(() => app.close())

const asksOf = (model: string) => server.requests.filter((request) => request.model === model)

describe('one member asked again', () => {
  test('is the only one called and paid; the vote is decided anew', async () => {
    server.script({ model: 'gpt-5-mini' }, [{ fault: { type: 'status', status: 400, message: 'Bad day' } }, { text: 'Answer: 8' }])
    server.script({ model: 'claude-haiku-4-5' }, { text: 'Answer: 8' })
    server.script({ model: 'gemini-2.5-flash' }, { text: 'Answer: 9' })
    const preset = await savePreset(client, MODELS, VOTE)
    const sent = await send(client, 'What is 2 to the power of 3?', preset)
    const first = await ended(client, sent.runId)
    expect(first.speakers[0]?.state).toBe('failed')
    const spent = (await client.app.snapshot()).spend.todayMicros
    const again = await client.chat.retryMember({ answerId: sent.answer.id, speaker: 'm1' })
    const second = await ended(client, again.runId)
    expect(second.outcome?.agreement).toMatchObject({ agree: 2, of: 3 })
    expect(second.speakers.map((speaker) => speaker.state)).toEqual(['done', 'done', 'done'])
    expect([asksOf('gpt-5-mini').length, asksOf('claude-haiku-4-5').length, asksOf('gemini-2.5-flash').length]).toEqual([2, 1, 1])
    const own = second.speakers[0]?.result?.costMicros ?? 0
    expect((await client.app.snapshot()).spend.todayMicros).toBe(spent + own)
    const conversation = await client.conversations.open({ id: sent.conversationId })
    expect(conversation.messages.at(-1)).toMatchObject({ id: sent.answer.id, runId: again.runId, text: second.outcome?.answer })
  })
})

describe('a long conversation', () => {
  test('comes with its newest messages whole, those around the one that is shown first, and the beginnings of all others', async () => {
    const words = 'word '.repeat(200).trim()
    server.script({}, { text: words })
    const preset = await savePreset(client, MODELS.slice(0, 1), SIDE_BY_SIDE)
    const first = await send(client, `1 ${words}`, preset)
    await ended(client, first.runId)
    await client.chat.chooseMain({ answerId: first.answer.id, speaker: 'm1' })
    let parentId = first.answer.id
    for (let turn = 2; turn <= 20; turn += 1) {
      const base = { conversationId: first.conversationId, attachments: [], presetId: preset, allowNoPrice: false }
      const sent = await client.chat.send({ ...base, parentId, text: `${turn} ${words}` })
      await ended(client, sent.runId)
      parentId = sent.answer.id
    }
    const opened = await client.conversations.open({ id: first.conversationId })
    expect(opened.messages.at(-2)).toMatchObject({ text: `20 ${words}` })
    expect(opened.messages.at(-2)).not.toHaveProperty('characters')
    const [question] = opened.messages
    expect(question?.text.length).toBeLessThan(400)
    expect(question?.characters).toBe(words.length + 2)
    expect(opened.runs.map((run) => run.id)).not.toContain(first.runId)
    expect(await client.conversations.message({ id: first.question.id })).toMatchObject({ text: `1 ${words}` })
    const at = await client.conversations.open({ id: first.conversationId, at: first.question.id })
    expect(at.messages[0]).toMatchObject({ text: `1 ${words}` })
    expect(at.messages[1]?.text.length).toBeGreaterThan(400)
    expect(at.runs.map((run) => run.id)).toContain(first.runId)
    // What is asked next is told all of it.
    const last = server.requests.at(-1)
    expect(JSON.stringify(last)).toContain(`1 ${words}`)
  })
})

describe('branches', () => {
  test('an edited question stands beside the old one, and the next turn builds on the branch that is shown', async () => {
    server.script({}, (asked) => ({ text: `You said: ${asked.lastUser}` }))
    const preset = await savePreset(client, MODELS.slice(0, 1), SIDE_BY_SIDE)
    const first = await send(client, 'My name is Ann.', preset)
    await ended(client, first.runId)
    await client.chat.chooseMain({ answerId: first.answer.id, speaker: 'm1' })
    const base = { conversationId: first.conversationId, attachments: [], presetId: preset, allowNoPrice: false }
    const edited = await client.chat.send({ ...base, parentId: first.question.parentId, text: 'My name is Ben.' })
    await ended(client, edited.runId)
    const conversation = await client.conversations.open({ id: first.conversationId })
    expect(conversation.messages.filter((message) => message.role === 'user' && message.parentId === null)).toHaveLength(2)
    expect(conversation.headId).toBe(edited.answer.id)
    await client.conversations.update({ id: first.conversationId, headId: first.answer.id })
    const next = await client.chat.send({ ...base, parentId: first.answer.id, text: 'Who am I?' })
    await ended(client, next.runId)
    const body = JSON.stringify(server.requests.at(-1)?.body)
    expect(body).toContain('My name is Ann.')
    expect(body).toContain('You said: My name is Ann.')
    expect(body).not.toContain('Ben')
  })

  test('asking again adds a second answer to the same question', async () => {
    server.script({}, { text: 'An answer.' })
    const preset = await savePreset(client, MODELS.slice(0, 1), SIDE_BY_SIDE)
    const first = await send(client, 'Again?', preset)
    await ended(client, first.runId)
    const again = await client.chat.askAgain({ answerId: first.answer.id, presetId: preset, allowNoPrice: false })
    await ended(client, again.runId)
    const { messages } = await client.conversations.open({ id: first.conversationId })
    expect(messages.filter((message) => message.parentId === first.question.id)).toHaveLength(2)
  })
})

describe('A3 the model changes in mid-conversation', () => {
  test('the next vendor gets the system prompt, the question and the answer of the first', async () => {
    server.script({ vendor: 'openai' }, { text: 'The capital is Paris.' })
    server.script({ vendor: 'anthropic' }, { text: 'About two million.' })
    const openai = await savePreset(client, ['openai/gpt-5-mini'], { strategy: 'sequential', minCharacters: 1 })
    const first = await send(client, 'Capital of France?', openai)
    await client.conversations.update({ id: first.conversationId, systemPrompt: 'Answer like a geographer.' })
    await ended(client, first.runId)
    const anthropic = await savePreset(client, ['anthropic/claude-haiku-4-5'], SIDE_BY_SIDE)
    const parentId = first.answer.id
    const base = { conversationId: first.conversationId, attachments: [], presetId: anthropic, allowNoPrice: false }
    const next = await client.chat.send({ ...base, parentId, text: 'How many people live there?' })
    await ended(client, next.runId)
    const body = JSON.stringify(server.requests.at(-1)?.body)
    for (const words of ['Answer like a geographer.', 'Capital of France?', 'The capital is Paris.', 'How many people']) {
      expect(body).toContain(words)
    }
  })
})

describe('the list of conversations', () => {
  test('titles come by themselves, search finds words of answers, deleting can be undone', async () => {
    server.script({}, { text: 'The heat pump needs a buffer tank.' })
    const preset = await savePreset(client, MODELS.slice(0, 1), SIDE_BY_SIDE)
    const sent = await send(client, 'Which offer is better?\nHere are the numbers.', preset)
    await ended(client, sent.runId)
    await client.chat.chooseMain({ answerId: sent.answer.id, speaker: 'm1' })
    expect((await client.conversations.search({ query: 'buffer tan' })).map((found) => found.title)).toEqual(['Which offer is better?'])
    await client.conversations.remove({ id: sent.conversationId })
    expect(await client.conversations.search({ query: '' })).toEqual([])
    await client.conversations.restore({ id: sent.conversationId })
    expect((await client.app.snapshot()).conversations[0]?.title).toBe('Which offer is better?')
  })
})

describe('PRODUCT 9 the cost of the next message', () => {
  test('is known before it is sent, holds afterwards, and says what has no price', async () => {
    server.script({}, { text: 'Short.' })
    const preset = await savePreset(client, MODELS, SIDE_BY_SIDE)
    const question = { conversationId: null, parentId: null, text: 'How much is this?', attachments: [], presetId: preset }
    const estimate = await client.chat.estimate(question)
    expect(estimate.free).toBe(false)
    expect(estimate.aboutMicros).toBeGreaterThan(0)
    expect(estimate.atMostMicros).toBeGreaterThanOrEqual(estimate.aboutMicros)
    const run = await ended(client, (await send(client, question.text, preset)).runId)
    expect(run.costMicros).toBeLessThanOrEqual(estimate.atMostMicros)

    await client.models.add({ ref: ModelRef.parse('openai/brand-new-model') })
    const unpriced = await savePreset(client, ['openai/brand-new-model'], SIDE_BY_SIDE)
    expect((await client.chat.estimate({ ...question, presetId: unpriced })).noPrice).toEqual(['openai/brand-new-model'])
    const refused = await ended(client, (await send(client, question.text, unpriced)).runId)
    expect(refused.speakers[0]?.result?.error?.code).toBe('no-price')
    await client.models.setPrice({ ref: ModelRef.parse('openai/brand-new-model'), price: { inputPerMillion: 1, outputPerMillion: 2 } })
    const priced = await ended(client, (await send(client, question.text, unpriced)).runId)
    expect(priced.speakers[0]?.state).toBe('done')
    expect(priced.costMicros).toBeGreaterThan(0)
  })
})

describe('presets without members of their own', () => {
  test('choose from models that can be asked: not those of a vendor whose key was removed', async () => {
    const asked = async () =>
      (await client.app.snapshot()).presets.find((preset) => preset.id === 'voting')?.asked.map((member) => member.model) ?? []
    expect((await asked()).some((model) => model.startsWith('openai/'))).toBe(true)
    await client.providers.removeKey({ id: ProviderId.parse('openai') })
    expect((await asked()).some((model) => model.startsWith('openai/'))).toBe(false)
    for (const id of ['anthropic', 'google']) await client.providers.removeKey({ id: ProviderId.parse(id) })
    expect(await asked()).toEqual(['demo/quick', 'demo/steady', 'demo/careful'])
  })
})

describe('the same model twice', () => {
  test('is sampled twice: two members, two calls', async () => {
    server.script({ vendor: 'openai' }, [{ text: 'Heads.' }, { text: 'Tails.' }])
    const preset = await savePreset(client, ['openai/gpt-5-mini', 'openai/gpt-5-mini'], SIDE_BY_SIDE)
    const run = await ended(client, (await send(client, 'Toss a coin.', preset)).runId)
    expect(run.speakers.map((speaker) => speaker.text).sort()).toEqual(['Heads.', 'Tails.'])
    expect(asksOf('gpt-5-mini')).toHaveLength(2)
  })
})
