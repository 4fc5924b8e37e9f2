import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/main/store/open-store.ts'
import { ConversationId, MessageId } from '../../src/shared/ids.ts'
import { standingClock, temporaryFolder } from './fixtures.ts'

async function openWith(conversations: Record<string, { title: string; messages: string[] }>) {
  const store = await openStore({ home: temporaryFolder(), clock: standingClock(), appVersion: '0.1.0' })
  onTestFinished(() => store.close())
  let at = 0
  for (const [name, { title, messages }] of Object.entries(conversations)) {
    const conversationId = ConversationId.parse(name)
    at += 1
    await store.conversations.create({ id: conversationId, title, at })
    for (const [index, text] of messages.entries()) {
      await store.conversations.addMessage({
        id: MessageId.parse(`${name}-${index}`),
        conversationId,
        parentId: null,
        role: 'user',
        text,
        attachments: [],
        runId: null,
        mainSpeaker: null,
        createdAt: at,
      })
    }
  }
  return async (query: string) => (await store.conversations.search(query)).map((conversation) => conversation.id)
}

describe('search', () => {
  const conversations = {
    trees: { title: 'Trees of the Alps', messages: ['Which larch grows highest?', 'Lärchen lose their needles.'] },
    code: { title: 'A "quoted" title', messages: ['Explain SELECT * FROM t WHERE a OR b NOT c;', 'C++ foo.bar("x")'] },
    party: { title: 'Plans 🎉', messages: ['東京の天気はどうですか', 'cake and candles'] },
  }

  test('finds words in titles and in messages, in any order, as far as they are typed', async () => {
    const search = await openWith(conversations)
    expect(await search('alps')).toEqual(['trees'])
    expect(await search('highest lar')).toEqual(['trees'])
    expect(await search('larchen')).toEqual(['trees'])
    expect(await search('larch candles')).toEqual([])
    expect(await search('  ')).toEqual(['party', 'code', 'trees'])
  })

  test('finds emoji and scripts without spaces', async () => {
    const search = await openWith(conversations)
    expect(await search('🎉')).toEqual(['party'])
    expect(await search('天気')).toEqual(['party'])
    expect(await search('plans 🎉')).toEqual(['party'])
    expect(await search('trees 🎉')).toEqual([])
  })

  test.each([
    ['"', ['code']],
    ['"quoted', ['code']],
    ['a "quoted" title', ['code']],
    ["'; DROP TABLE messages; --", []],
    ['alps OR cake', []],
    ['NOT cake', []],
    ['NEAR(cake candles)', []],
    ['title:alps', []],
    ['alps*', ['trees']],
    ['*', ['code']],
    ['^alps', ['trees']],
    ['-cake', ['party']],
    ['foo.bar("x")', ['code']],
    ['c++', ['party', 'code']],
    ['(((', []],
    ['\0', ['party', 'code', 'trees']],
    ['cake\0candles', ['party']],
    ['\ud83c', []],
    ['%_\\', []],
    ['a'.repeat(80), []],
    ['{alps} + [cake]', []],
  ])('takes %j as words, never as operators', async (query, found) => {
    const search = await openWith(conversations)
    expect(await search(query)).toEqual(found)
  })

  test('answers whatever is typed', async () => {
    const search = await openWith(conversations)
    const typed = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.stringMatching(/^["'*^(){}:+ANDORT \\-]{1,20}$/))
    await fc.assert(fc.asyncProperty(typed, async (query) => Array.isArray(await search(query))))
  })
})
