import { describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/main/store/open-store.ts'
import type { Message } from '../../src/shared/conversation.ts'
import { ConversationId, MessageId, ModelRef, PresetId, RunId } from '../../src/shared/ids.ts'
import type { RunEvent, SpeakerResult } from '../../src/shared/run.ts'
import { standingClock, temporaryFolder } from './fixtures.ts'
import { runRecord, startedEvent } from './records.ts'

async function open(home = temporaryFolder(), clock = standingClock()) {
  const store = await openStore({ home, clock, appVersion: '0.1.0' })
  onTestFinished(() => store.close())
  return { ...store, home, clock }
}

const id = ConversationId.parse('c1')
const runId = RunId.parse('r1')

function message(name: string, change: Partial<Message> = {}): Message {
  return {
    id: MessageId.parse(name),
    conversationId: id,
    parentId: null,
    role: 'user',
    text: '',
    attachments: [],
    runId: null,
    mainSpeaker: null,
    createdAt: 10,
    ...change,
  }
}

function turn(question: string, change: Partial<Message> = {}) {
  return {
    question: message('q1', { text: question, ...change }),
    answer: message('a1', { role: 'assistant', parentId: MessageId.parse('q1'), createdAt: 11 }),
    run: runRecord('r1', { conversationId: id, messageId: MessageId.parse('a1') }),
    events: [startedEvent(id, 'a1', 3)],
  }
}

const finished: SpeakerResult = {
  state: 'done',
  model: ModelRef.parse('openai/gpt-5'),
  text: '391',
  reasoning: '',
  citations: [],
  usage: null,
  costMicros: 1,
  firstTokenMs: 1,
  totalMs: 2,
  attempts: 1,
  notes: [],
  error: null,
  reason: '',
}

describe('conversations', () => {
  test('a turn is there whole after a restart, and its answer is the head', async () => {
    const store = await open()
    const file = await store.attachments.add('notes.txt', 'text/plain', new TextEncoder().encode('seventeen'))
    await store.conversations.create({ id, title: 'Arithmetic', at: 5 })
    await store.conversations.addTurn(turn('What is 17 × 23?', { attachments: [{ ...file, name: 'renamed.txt' }] }))
    await store.close()

    const again = await open(store.home)
    expect(await again.conversations.get(id)).toEqual({
      id,
      title: 'Arithmetic',
      createdAt: 5,
      updatedAt: 11,
      running: { done: 0, of: 3 },
      lastState: 'running',
      systemPrompt: '',
      presetId: null,
      headId: 'a1',
      messages: [
        message('q1', { text: 'What is 17 × 23?', attachments: [{ ...file, name: 'renamed.txt' }] }),
        message('a1', { role: 'assistant', parentId: MessageId.parse('q1'), createdAt: 11, runId }),
      ],
    })
    expect((await again.journal.history(runId))?.events).toHaveLength(1)
  })

  test('a turn that cannot be stored whole leaves nothing', async () => {
    const store = await open()
    await store.conversations.create({ id, title: 'Arithmetic', at: 5 })
    const unknownFile = { id: 'a'.repeat(64), name: 'plan.pdf', mediaType: 'application/pdf', bytes: 3 }
    await expect(store.conversations.addTurn(turn('See plan', { attachments: [unknownFile] }))).rejects.toThrow('"plan.pdf"')
    const run = runRecord('r1', { conversationId: id, messageId: MessageId.parse('nowhere') })
    await expect(store.conversations.addTurn({ ...turn('Late failure'), run })).rejects.toThrow()
    expect((await store.conversations.get(id))?.messages).toEqual([])
    expect(await store.journal.unfinished()).toEqual([])
  })

  test('a message cannot hang below a message of another conversation', async () => {
    const store = await open()
    await store.conversations.create({ id, title: 'One', at: 1 })
    await store.conversations.create({ id: ConversationId.parse('c2'), title: 'Two', at: 2 })
    await store.conversations.addMessage(message('q1'))
    const stray = message('q2', { conversationId: ConversationId.parse('c2'), parentId: MessageId.parse('q1') })
    await expect(store.conversations.addMessage(stray)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('shows how far the newest run is and how it ended; the answer counts for the next turn', async () => {
    const store = await open()
    await store.conversations.create({ id, title: 'Arithmetic', at: 5 })
    await store.conversations.addTurn(turn('What is 17 × 23?'))
    const event: RunEvent = { seq: 2, at: 12, type: 'speaker-finished', speaker: 'm1', result: finished }
    await store.journal.commit({ runId, events: [event] })
    expect((await store.conversations.list())[0]?.running).toEqual({ done: 1, of: 3 })
    await store.journal.commit({ runId, state: 'done', answer: 'It is 391.' })
    expect(await store.conversations.summary(id)).toMatchObject({ running: null, lastState: 'done' })
    expect((await store.conversations.message(MessageId.parse('a1')))?.text).toBe('It is 391.')
    expect(await store.conversations.search('391')).toHaveLength(1)
    await store.conversations.setMainSpeaker(MessageId.parse('a1'), 'm2', 'It is 392.')
    expect(await store.conversations.message(MessageId.parse('a1'))).toMatchObject({ text: 'It is 392.', mainSpeaker: 'm2' })
    expect(await store.conversations.search('391')).toEqual([])
  })

  test('a main answer chosen while the run goes on is not replaced when it ends', async () => {
    const store = await open()
    await store.conversations.create({ id, title: 'Arithmetic', at: 5 })
    await store.conversations.addTurn(turn('What is 17 × 23?'))
    await store.conversations.setMainSpeaker(MessageId.parse('a1'), 'm2', 'mine')
    await store.journal.commit({ runId, state: 'done', answer: 'It is 391.' })
    expect((await store.conversations.message(MessageId.parse('a1')))?.text).toBe('mine')
  })

  test('lists those last spoken in first; showing another branch does not move one', async () => {
    const store = await open()
    await store.conversations.create({ id, title: 'Old', at: 1 })
    await store.conversations.create({ id: ConversationId.parse('c2'), title: 'New', at: 2 })
    const titles = async () => (await store.conversations.list()).map((conversation) => conversation.title)
    expect(await titles()).toEqual(['New', 'Old'])
    await store.conversations.addMessage(message('q1', { createdAt: 50 }))
    expect(await titles()).toEqual(['Old', 'New'])
    await store.conversations.update(ConversationId.parse('c2'), { headId: undefined }, 90)
    expect(await titles()).toEqual(['Old', 'New'])
    await store.conversations.update(ConversationId.parse('c2'), { title: 'Newer', presetId: PresetId.parse('voting') }, 90)
    expect(await titles()).toEqual(['Newer', 'Old'])
    expect(await store.conversations.get(ConversationId.parse('c2'))).toMatchObject({ presetId: 'voting', systemPrompt: '' })
  })

  test('a change to a conversation that is not there says so', async () => {
    const store = await open()
    await expect(store.conversations.update(id, { title: 'x' }, 1)).rejects.toMatchObject({ code: 'not-found' })
    await expect(store.conversations.addMessage(message('q1'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(store.conversations.setRun(MessageId.parse('a1'), runId)).rejects.toMatchObject({ code: 'not-found' })
    expect(await store.conversations.get(id)).toBeNull()
  })

  test('a removed conversation can be restored, and is deleted with its runs and files after a month', async () => {
    const clock = standingClock()
    const store = await open(temporaryFolder(), clock)
    const file = await store.attachments.add('a.txt', 'text/plain', new Uint8Array([1]))
    await store.conversations.create({ id, title: 'Arithmetic', at: 5 })
    await store.conversations.addTurn(turn('What is 17 × 23?', { attachments: [file] }))
    await store.journal.commit({ runId, state: 'done', answer: 'Thirty-one '.repeat(20_000) })
    await store.conversations.remove(id, clock.now())
    expect(await store.conversations.list()).toEqual([])
    expect(await store.conversations.search('arithmetic')).toEqual([])
    await store.conversations.restore(id)
    expect(await store.conversations.list()).toHaveLength(1)
    await store.conversations.remove(id, clock.now())
    await store.close()

    clock.move(30 * 24 * 3_600_000)
    const kept = await open(store.home, clock)
    await kept.conversations.restore(id)
    expect((await kept.conversations.get(id))?.messages).toHaveLength(2)
    await kept.conversations.remove(id, clock.now() - 30 * 24 * 3_600_000)
    await kept.close()

    clock.move(2 * 24 * 3_600_000)
    const purged = await open(store.home, clock)
    await expect(purged.conversations.restore(id)).rejects.toMatchObject({ code: 'not-found' })
    expect(await purged.journal.history(runId)).toBeNull()
    await expect(purged.attachments.read(file.id)).rejects.toMatchObject({ code: 'not-found' })
  })
})
