import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { guardJson } from '../../src/main/archive/chats/guard-json.ts'
import { openData } from './support/data-client.ts'
import { chatGptConversation, chatGptNode, claudeConversation, jsonFile, zipFile } from './support/exports.ts'

describe('a ChatGPT export', () => {
  test('becomes conversations with all branches, that can be read and searched', async () => {
    const { client, importFile } = await openData()
    const report = await importFile(zipFile({ 'conversations.json': JSON.stringify([chatGptConversation()]), 'user.json': '{}' }))
    expect(report).toEqual({ source: 'chatgpt', conversations: 1, messages: 4, already: 0, leftOut: [{ reason: 'tool', count: 1 }] })
    const [summary] = await client.conversations.search({ query: 'larch' })
    if (!summary) throw new Error('It is not found.')
    const conversation = await client.conversations.open({ id: summary.id })
    expect(conversation.title).toBe('Trees')
    const byId = new Map(conversation.messages.map((message) => [message.id, message]))
    const head = conversation.headId === null ? undefined : byId.get(conversation.headId)
    expect(head).toMatchObject({
      role: 'assistant',
      text: 'Pinus albicaulis\n\ngrows up to the tree line.',
      importedModel: 'gpt-4o',
      runId: null,
    })
    expect(conversation.messages.filter(({ parentId }) => parentId === null).map(({ role }) => role)).toEqual(['user', 'user'])
    const { hits } = await client.conversations.searchMessages({ query: 'albicaulis' })
    expect(hits.map(({ messageId }) => messageId)).toEqual([head?.id])
  })

  test('is inert: what looks like a picture or a script stays the text that it is', async () => {
    const { client, importFile } = await openData()
    await importFile(jsonFile([chatGptConversation()]))
    const { hits } = await client.conversations.searchMessages({ query: 'pine' })
    expect(hits[0]?.snippet.map(({ text }) => text).join('')).toContain('![x](https://tracker.example/x.png) <script>alert(1)</script>')
    expect(await client.runs.list({})).toEqual([])
  })

  test('brings nothing twice, and what was added since', async () => {
    const { client, importFile } = await openData()
    await importFile(jsonFile([chatGptConversation()]))
    expect(await importFile(jsonFile([chatGptConversation()]))).toMatchObject({ conversations: 0, already: 1, messages: 0 })
    const grown = chatGptConversation()
    const more = { ...grown.mapping, a1: { ...grown.mapping.a1, children: ['q3'] }, q3: chatGptNode('q3', 'a1', [], 'And the lowest?') }
    expect(await importFile(jsonFile([{ ...grown, mapping: more }]))).toMatchObject({ conversations: 1, messages: 1 })
    expect(await client.conversations.search({ query: '' })).toHaveLength(1)
  })

  test('tells what was left out and why', async () => {
    const { importFile } = await openData()
    const picture = { content_type: 'multimodal_text', parts: [{ content_type: 'image_asset_pointer' }, 'What is this?'] }
    const thoughts = { content_type: 'thoughts', thoughts: [] }
    const nodes = [
      chatGptNode('q', null, ['t'], '', { content: picture }),
      chatGptNode('t', 'q', ['a'], '', { role: 'assistant', content: thoughts }),
      chatGptNode('a', 't', [], 'A tree.', { role: 'assistant' }),
    ]
    const chat = { ...chatGptConversation(), mapping: Object.fromEntries(nodes.map((node) => [node.id, node])), current_node: 'a' }
    const report = await importFile(jsonFile([chat, { nonsense: true }]))
    expect(new Map(report?.leftOut.map(({ reason, count }) => [reason, count]))).toEqual(
      new Map([
        ['image', 1],
        ['thinking', 1],
        ['not-a-conversation', 1],
      ]),
    )
  })
})

test('a Claude export brings the text of attached files along', async () => {
  const { client, importFile } = await openData()
  const report = await importFile(jsonFile([claudeConversation()]))
  expect(report).toMatchObject({ source: 'claude', conversations: 1, messages: 2, leftOut: [{ reason: 'thinking', count: 1 }] })
  const [summary] = await client.conversations.search({ query: 'larch' })
  if (!summary) throw new Error('It is not found.')
  const [question] = (await client.conversations.open({ id: summary.id })).messages
  expect(question?.attachments.map(({ name }) => name)).toEqual(['notes.txt'])
  const { base64 } = await client.attachments.get({ id: question?.attachments[0]?.id ?? '' })
  expect(Buffer.from(base64, 'base64').toString()).toBe('larch')
})

describe('bad files', () => {
  test('a cut zip file, a foreign one, an empty one and no list of conversations are refused with a reason', async () => {
    const { importFile } = await openData()
    const whole = zipFile({ 'conversations.json': JSON.stringify([chatGptConversation()]) })
    writeFileSync(whole, readFileSync(whole).subarray(0, -40))
    await expect(importFile(whole)).rejects.toThrow('its end is missing')
    await expect(importFile(zipFile({ 'other.json': '[]' }))).rejects.toThrow('no conversations.json')
    await expect(importFile(jsonFile('[]'))).rejects.toThrow('no conversation of ChatGPT or Claude')
    await expect(importFile(jsonFile('this is not JSON'))).rejects.toThrow('no list of conversations')
  })

  test('a file that ends in the middle keeps what stood before, and says so', async () => {
    const { client, importFile } = await openData()
    const text = JSON.stringify([chatGptConversation('c1'), chatGptConversation('c2')])
    await expect(importFile(jsonFile(text.slice(0, -200)))).rejects.toThrow('ends in the middle')
    expect(await client.conversations.search({ query: '' })).toHaveLength(1)
  })

  test('a zip bomb is not unpacked', async () => {
    const { importFile } = await openData()
    const bomb = zipFile({ 'conversations.json': new Uint8Array(80_000_000).fill(0x20) })
    await expect(importFile(bomb)).rejects.toThrow('unpack to far more')
  })

  test('names in the zip file lead nowhere', async () => {
    const { client, home, importFile } = await openData()
    await importFile(zipFile({ '../../conversations.json': JSON.stringify([chatGptConversation()]), '../evil.txt': 'x' }))
    expect(await client.conversations.search({ query: 'larch' })).toHaveLength(1)
    expect(() => readFileSync(`${home}/../evil.txt`)).toThrow()
  })

  test.each([
    ['one string', '["', 'a'],
    ['nested arrays', '', '['],
  ])('a gigabyte of %s is refused long before its end', async (_, start, filling) => {
    let read = 0
    async function* gigabyte() {
      yield Buffer.from(start)
      const piece = Buffer.from(filling.repeat(1024 * 1024))
      for (; read < 1024; read += 1) yield piece
    }
    const all = async () => {
      for await (const _piece of guardJson(gigabyte()));
    }
    await expect(all()).rejects.toMatchObject({ code: 'invalid-input' })
    expect(read).toBeLessThan(70)
  })
})
