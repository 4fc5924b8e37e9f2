import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../src/main/kernel/clock.ts'
import { openStore } from '../../src/main/store/open-store.ts'
import type { PresetId } from '../../src/shared/ids.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { type AppClient, ended, openApp, savePreset, send } from './support.ts'

const MODELS = ['openai/gpt-5-mini', 'anthropic/claude-haiku-4-5', 'google/gemini-2.5-flash']
const VOTE = { strategy: 'voting', earlyStop: false } as const
const VENDORS = ['openai', 'anthropic', 'google']

let server: VendorServer
let app: Awaited<ReturnType<typeof openApp>>
let client: AppClient
let preset: PresetId

beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clear()
  server.requests.length = 0
  app = await openApp({ server, vendors: VENDORS })
  client = app.client
  preset = await savePreset(client, MODELS, VOTE)
})
afterEach(() => app.close())

const askBlind = async (text = 'Who wrote Faust?') => {
  const { id } = await client.conversations.create({})
  const sent = await client.chat.send({ conversationId: id, parentId: null, text, presetId: preset, blind: true })
  return { ...sent, conversationId: id, run: await ended(client, sent.runId) }
}

describe('blind mode', () => {
  test('all members answer side by side, nothing is said of agreement, and the answer is marked until the vote', async () => {
    const { answer, run, conversationId } = await askBlind()
    expect(run.outcome).toMatchObject({ kind: 'side-by-side', agreement: null })
    expect(run.speakers.map((speaker) => speaker.state)).toEqual(['done', 'done', 'done'])
    expect(answer.blind).toBe('hidden')
    expect((await client.conversations.open({ id: conversationId })).messages.at(-1)?.blind).toBe('hidden')
  })

  test('a ballot is one pair for each answer that was not chosen; the best one is built on, and the names are shown', async () => {
    const { answer, conversationId } = await askBlind()
    const voted = await client.votes.cast({ answerId: answer.id, best: 'm2' })
    expect(voted).toMatchObject({ blind: 'revealed', mainSpeaker: 'm2' })
    const board = await client.votes.leaderboard({})
    expect(board.pairs).toBe(2)
    expect(board.taskTypes).toEqual(['facts'])
    expect(board.standings[0]).toMatchObject({ model: MODELS[1], won: 2, lost: 0, tied: 0 })
    expect(board.standings.slice(1).map(({ won, lost, tied }) => [won, lost, tied])).toEqual([
      [0, 1, 0],
      [0, 1, 0],
    ])
    for (const { low, rating, high } of board.standings) expect(low < rating && rating < high).toBe(true)
    expect((await client.conversations.open({ id: conversationId })).messages.at(-1)).toMatchObject({
      blind: 'revealed',
      mainSpeaker: 'm2',
    })
  })

  test('a tie is one pair for every two; a second ballot replaces the first; one taken back counts no more', async () => {
    const { answer } = await askBlind()
    await client.votes.cast({ answerId: answer.id, best: 'm1' })
    await client.votes.cast({ answerId: answer.id, best: null })
    const board = await client.votes.leaderboard({})
    expect(board.pairs).toBe(3)
    expect(board.standings.map(({ tied }) => tied)).toEqual([2, 2, 2])
    expect(await client.votes.withdraw({ answerId: answer.id })).toMatchObject({ blind: 'hidden', mainSpeaker: null })
    expect((await client.votes.leaderboard({})).pairs).toBe(0)
  })

  test('the leaderboard of a task type has its votes alone', async () => {
    const facts = await askBlind()
    const maths = await askBlind('What is 17 × 23?')
    await client.votes.cast({ answerId: facts.answer.id, best: 'm1' })
    await client.votes.cast({ answerId: maths.answer.id, best: 'm3' })
    expect((await client.votes.leaderboard({ taskType: 'math' })).standings[0]?.model).toBe(MODELS[2])
    expect((await client.votes.leaderboard({ taskType: 'facts' })).standings[0]?.model).toBe(MODELS[0])
  })

  test('a vote needs a blind answer, two complete answers and a member that has one', async () => {
    const open = await send(client, 'Hello', preset)
    await ended(client, open.runId)
    await expect(client.votes.cast({ answerId: open.answer.id, best: 'm1' })).rejects.toThrow(/not asked blind/)
    server.script({ model: 'gpt-5-mini' }, { fault: { type: 'status', status: 400, message: 'Bad day' } })
    const { answer } = await askBlind()
    await expect(client.votes.cast({ answerId: answer.id, best: 'm1' })).rejects.toThrow(/no complete answer/)
    await client.votes.cast({ answerId: answer.id, best: 'm2' })
    expect((await client.votes.leaderboard({})).pairs).toBe(1)
    const base = { conversationId: open.conversationId, parentId: null, text: 'Hi', presetId: preset, blind: true }
    await expect(client.chat.send({ ...base, only: ['m1'] })).rejects.toThrow(/at least two members/)
  })
})

describe('some members of a preset', () => {
  test('one member alone is asked, and its answer is the answer', async () => {
    const { id } = await client.conversations.create({})
    const sent = await client.chat.send({ conversationId: id, parentId: null, text: 'Hello', presetId: preset, only: ['m2'] })
    const run = await ended(client, sent.runId)
    expect(run.speakers.map(({ model, number }) => [model, number])).toEqual([[MODELS[1], 2]])
    expect(run.outcome?.kind).toBe('first')
    expect(server.requests.map((request) => request.model)).toEqual(['claude-haiku-4-5'])
  })

  test('two of three keep the strategy; an unknown one is named before anything is asked', async () => {
    const { id } = await client.conversations.create({})
    const base = { conversationId: id, parentId: null, text: 'Hello', presetId: preset }
    const sent = await client.chat.send({ ...base, only: ['m1', 'm3'] })
    expect(await ended(client, sent.runId)).toMatchObject({ strategy: 'voting' })
    await expect(client.chat.send({ ...base, only: ['m9'] })).rejects.toThrow(/no member “m9”/)
  })
})

describe('pins, groups and thumbs', () => {
  test('are kept over a restart, and told to every window', async () => {
    const sent = await send(client, 'Hello', preset)
    await ended(client, sent.runId)
    await client.conversations.update({ id: sent.conversationId, pinned: true, group: 'Trips' })
    await client.conversations.pinMessage({ id: sent.answer.id, pinned: true })
    await client.chat.rate({ answerId: sent.answer.id, thumb: 'up' })
    expect((await client.app.snapshot()).conversations[0]).toMatchObject({ pinned: true, group: 'Trips' })
    const { home } = app
    await app.close()
    app = await openApp({ home })
    client = app.client
    const conversation = await client.conversations.open({ id: sent.conversationId })
    expect(conversation).toMatchObject({ pinned: true, group: 'Trips' })
    expect(conversation.messages.at(-1)).toMatchObject({ pinned: true, thumb: 'up' })
    await client.conversations.update({ id: sent.conversationId, pinned: false, group: null })
    await client.conversations.pinMessage({ id: sent.answer.id, pinned: false })
    await client.chat.rate({ answerId: sent.answer.id, thumb: null })
    const plain = await client.conversations.open({ id: sent.conversationId })
    expect([plain.pinned, plain.group, plain.messages.at(-1)?.pinned, plain.messages.at(-1)?.thumb]).toEqual(Array(4).fill(undefined))
  })
})

describe('signals for routing', () => {
  test('what a user does with an answer is recorded with its model and task, and without a word of it', async () => {
    const sent = await send(client, 'What is 17 × 23?', preset)
    await ended(client, sent.runId)
    await client.chat.chooseMain({ answerId: sent.answer.id, speaker: 'm3' })
    await client.chat.rate({ answerId: sent.answer.id, thumb: 'down' })
    const again = await client.chat.askAgain({ answerId: sent.answer.id, presetId: preset })
    await ended(client, again.runId)
    const base = { conversationId: sent.conversationId, parentId: null, presetId: preset }
    const edited = await client.chat.send({ ...base, text: 'What is 17 × 24?' })
    await ended(client, edited.runId)
    const { home } = app
    await app.close()
    const store = await openStore({ home, clock: systemClock, appVersion: 'test' })
    const signals = await store.signals.list()
    await store.close()
    app = await openApp({ home })
    expect(signals.map(({ kind, model, taskType }) => [kind, model, taskType])).toEqual([
      ['main-chosen', MODELS[2], 'math'],
      ['thumb-down', MODELS[2], 'math'],
      ['asked-again', MODELS[2], 'math'],
      ['question-edited', MODELS[2], 'math'],
    ])
    expect(JSON.stringify(signals)).not.toContain('17 ×')
  })
})

describe('a conversation longer than a member’s window', () => {
  test('the oldest messages are left out for that member alone; the estimate says so before, a decision afterwards', async () => {
    const { models, settings } = await client.app.snapshot()
    await client.settings.update({ budgets: { ...settings.budgets, runMicros: null } })
    const window = models.find((model) => model.ref === MODELS[1])?.contextWindow ?? 0
    expect(window).toBeGreaterThan(100_000)
    server.script({}, () => ({ text: 'Noted.' }))
    // As long as the smaller window, and well within the larger one.
    const first = await client.chat.send({
      conversationId: (await client.conversations.create({})).id,
      parentId: null,
      text: 'word '.repeat(Math.round(window * 0.8)),
      presetId: preset,
      only: ['m2'],
    })
    const told = await ended(client, first.runId)
    expect(told.outcome, told.error?.message).not.toBeNull()
    const next = {
      conversationId: first.question.conversationId,
      parentId: first.answer.id,
      text: 'And now?',
      presetId: preset,
      only: ['m2', 'm3'],
    }
    const { context } = await client.chat.estimate({ ...next, attachments: [] })
    expect(context?.map(({ member, leftOut }) => [member, leftOut])).toEqual([
      ['m2', 2],
      ['m3', 0],
    ])
    server.requests.length = 0
    const sent = await client.chat.send(next)
    const run = await ended(client, sent.runId)
    expect(run.decisions.map((decision) => decision.title)).toContain('Conversation shortened')
    const sizes = new Map(server.requests.map((request) => [request.model, JSON.stringify(request).length]))
    expect(sizes.get('claude-haiku-4-5')).toBeLessThan(20_000)
    expect(sizes.get('gemini-2.5-flash')).toBeGreaterThan(window)
  })
})

describe('the prompt library', () => {
  test('prompts come with the snapshot, names are unique whatever their case, and a deleted one can be saved again', async () => {
    const prompt = { id: 'p1', name: 'Kurz', title: 'Kürzen', text: 'Kürze: {{text}}' }
    await client.prompts.save(prompt)
    await expect(client.prompts.save({ ...prompt, id: 'p2', name: 'kurz' })).rejects.toThrow(/called \/kurz/)
    await client.prompts.save({ ...prompt, title: 'Kürzer' })
    expect((await client.app.snapshot()).prompts).toEqual([{ ...prompt, title: 'Kürzer' }])
    await client.prompts.remove({ id: 'p1' })
    expect((await client.app.snapshot()).prompts).toEqual([])
    await client.prompts.save(prompt)
    const { home } = app
    await app.close()
    app = await openApp({ home })
    expect((await app.client.app.snapshot()).prompts).toEqual([prompt])
  })
})
