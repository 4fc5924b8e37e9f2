import { describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/main/store/open-store.ts'
import { ConversationId, MessageId, ModelRef } from '../../src/shared/ids.ts'
import { MessageQuery } from '../../src/shared/message-search.ts'
import { standingClock, temporaryFolder } from './fixtures.ts'
import { attemptRecord, runRecord } from './records.ts'

async function openWith(conversations: Record<string, readonly string[]>) {
  const store = await openStore({ home: temporaryFolder(), clock: standingClock(), appVersion: '0.1.0' })
  onTestFinished(() => store.close())
  let at = 0
  for (const [name, messages] of Object.entries(conversations)) {
    const conversationId = ConversationId.parse(name)
    await store.conversations.create({ id: conversationId, title: name, at })
    for (const text of messages) {
      at += 1
      const message = { parentId: null, role: 'user' as const, attachments: [], runId: null, mainSpeaker: null }
      await store.conversations.addMessage({ ...message, id: MessageId.parse(`m${at}`), conversationId, text, createdAt: at })
    }
  }
  const find = async (query: Partial<MessageQuery> & { query: string }) => {
    const { hits, total } = await store.conversations.searchMessages(MessageQuery.parse(query))
    return { total, ids: hits.map(({ messageId }) => messageId), snippets: hits.map(({ snippet }) => snippet) }
  }
  return { store, find }
}

const trees = {
  trees: ['larch larch larch', 'A long text about many other things that mentions the larch only once, near its very end.'],
  other: ['No tree at all', 'Lärche und Kiefer', '東京の天気 🎉'],
}

describe('searching messages', () => {
  test('puts the best match first and marks each word in its surroundings', async () => {
    const { find } = await openWith(trees)
    const { ids, snippets, total } = await find({ query: 'larch' })
    expect(ids).toEqual(['m1', 'm4', 'm2'])
    expect(total).toBe(3)
    expect(snippets[2]?.filter(({ hit }) => hit)).toEqual([{ text: 'larch', hit: true }])
    expect(snippets[2]?.map(({ text }) => text).join('')).toContain('mentions the larch only once')
  })

  test('finds words as far as they are typed, without accents, and pieces of scripts without spaces', async () => {
    const { find } = await openWith(trees)
    expect((await find({ query: 'kief' })).ids).toEqual(['m4'])
    expect((await find({ query: 'larche' })).ids).toEqual(['m4'])
    const { ids, snippets } = await find({ query: '天気' })
    expect(ids).toEqual(['m5'])
    expect(snippets[0]?.find(({ hit }) => hit)).toEqual({ text: '天気', hit: true })
  })

  test('keeps to a conversation, to a time, and to pages of results', async () => {
    const { find } = await openWith(trees)
    expect((await find({ query: 'larch', conversationId: ConversationId.parse('other') })).ids).toEqual(['m4'])
    expect((await find({ query: 'larch', from: 2, until: 4 })).ids).toEqual(['m2'])
    expect(await find({ query: 'larch', limit: 1, offset: 1 })).toMatchObject({ total: 3, ids: ['m4'] })
  })

  test('keeps to answers of a model', async () => {
    const { store, find } = await openWith(trees)
    const run = runRecord('r1', { conversationId: ConversationId.parse('trees') })
    await store.journal.createRun(run, [])
    await store.journal.commit({ runId: run.id, attempts: [attemptRecord('m1/model/0')] })
    await store.conversations.setRun(MessageId.parse('m2'), run.id)
    expect((await find({ query: 'larch', models: [ModelRef.parse('openai/gpt-5')] })).ids).toEqual(['m2'])
    expect((await find({ query: 'larch', models: [ModelRef.parse('openai/other')] })).ids).toEqual([])
  })

  test('finds nothing in a removed conversation, or for no words', async () => {
    const { store, find } = await openWith(trees)
    expect((await find({ query: ' ' })).total).toBe(0)
    await store.conversations.remove(ConversationId.parse('trees'), 10)
    expect((await find({ query: 'larch' })).ids).toEqual(['m4'])
  })
})
