import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ended, openApp } from '../app/support.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { askOneModel } from './support.ts'

let server: VendorServer
let app: Awaited<ReturnType<typeof openApp>>

beforeAll(async () => {
  server = await startVendorServer()
  app = await openApp({ server, vendors: ['openai'] })
  await askOneModel(app.client)
})
afterAll(async () => {
  await app.close()
  await server.close()
})

const definition = {
  version: '1.0.0',
  name: '/sum-up',
  pattern: 'fan-in',
  phases: [
    {
      id: 'find',
      agents: [
        { id: 'left', task: 'What is 17 + 25?', context: { outputs: ['left'] } },
        { id: 'right', task: 'What is 1 + 1?', context: { outputs: ['right'] } },
      ],
    },
    { id: 'join', agents: [{ id: 'total', task: 'What is 40 + 2?', context: { inputs: ['left', 'right'] }, colour: 'red' }] },
  ],
}

describe('E7 commands and agents as files', () => {
  test('the starter library is listed', async () => {
    const { entries } = await app.client.library.list()
    expect(entries.map(({ kind, name }) => `${kind} ${name}`)).toEqual(expect.arrayContaining(['agent architect', 'command review']))
  })

  test('a saved definition becomes a graph, is listed and runs', async () => {
    const entry = await app.client.library.save({ text: JSON.stringify(definition) })
    expect(entry).toMatchObject({ kind: 'command', name: 'sum-up', source: 'own', steps: 3 })
    expect(entry.problems).toMatchObject([{ level: 'note', place: 'phases.1.agents.0.colour', message: expect.any(String) }])
    const { check } = await app.client.library.get({ kind: 'command', name: 'sum-up' })
    expect(check?.links).toEqual({ left: [], right: [], total: ['left', 'right'] })
    const { runId } = await app.client.library.run({ name: 'sum-up', arguments: 'Add' })
    const view = await ended(app.client, runId)
    expect(view.outcome?.answer).toContain('What is 40 + 2?')
  })

  test('a command is called in a conversation, and what it gives is the answer', async () => {
    const { id } = await app.client.conversations.create({})
    const { answer, runId } = await app.client.library.send({
      name: 'review',
      arguments: 'What is 17 + 25?',
      conversationId: id,
      parentId: null,
    })
    await ended(app.client, runId)
    const { messages, title } = await app.client.conversations.open({ id })
    expect(title).toBe('/review What is 17 + 25?')
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant'])
    expect(messages.find((message) => message.id === answer.id)?.text).toContain('What is 17 + 25?')

    const { defaultPreset } = (await app.client.app.snapshot()).settings
    const again = await app.client.chat.askAgain({ answerId: answer.id, presetId: defaultPreset, allowNoPrice: false })
    const view = await ended(app.client, again.runId)
    expect([again.answer.parentId, view.outcome?.kind]).toEqual([answer.parentId, 'computed'])
    expect(view.speakers.map(({ label }) => label)).toEqual([expect.stringMatching(/^review · GPT-5/)])
    const [speaker] = view.speakers
    await expect(app.client.chat.retryMember({ answerId: again.answer.id, speaker: speaker?.id ?? '' })).rejects.toThrow(
      /Ask the whole command again/,
    )
  })
})
