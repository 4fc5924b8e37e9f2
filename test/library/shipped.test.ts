import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scanFolder } from '../../src/main/library/scan-folder.ts'
import { readPipeline } from '../../src/main/pipelines/pipeline-text.ts'
import { ended, openApp } from '../app/support.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { askOneModel } from './support.ts'

const { files } = await scanFolder(join(import.meta.dirname, '../../resources/library'))
const readings = [...files.values()].map(({ reading }) => reading)
const items = readings.flatMap(({ item }) => (item === null ? [] : [item]))
const names = (kind: string) => items.flatMap((item) => (item.kind === kind ? [item.name] : []))

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

describe('E7 the starter library', () => {
  test('is 20 commands and 23 agents, each read without a word of doubt', () => {
    expect([names('command').length, names('agent').length]).toEqual([20, 23])
    expect(readings.flatMap(({ file, problems }) => problems.map(({ message }) => `${file}: ${message}`))).toEqual([])
    expect(names('command')).toEqual(
      expect.arrayContaining(['orchestrate-complex', 'performance-surge', 'security-fortress', 'auto-scale', 'cognitive']),
    )
  })

  test.each(names('agent'))('the agent %s says what it is for and how it works', async (name) => {
    const { entry, text } = await app.client.library.get({ kind: 'agent', name })
    expect(entry).toMatchObject({ source: 'shipped', description: expect.stringMatching(/^[A-Z].{30,}\.$/) })
    expect(text.length).toBeGreaterThan(700)
  })

  test.each(names('command'))('the command %s is a graph of known agents and runs to its end', async (name) => {
    const { entry, pipeline, check } = await app.client.library.get({ kind: 'command', name })
    expect(entry.problems.filter(({ place }) => !place.endsWith('tools'))).toEqual([])
    expect(check?.problems).toEqual([])
    const stages = pipeline?.stages ?? []
    if (entry.format === 'json')
      for (const { id, agent } of stages) expect([id, names('agent')]).toEqual([id, expect.arrayContaining([agent])])
    server.clear()
    server.script({ user: 'Answer with one JSON object' }, { text: '{"review": "Good.", "open-findings": 2}' })
    server.script({ user: /^(?![\s\S]*one JSON object)/ }, { text: 'What I found.' })
    const { runId } = await app.client.library.run({ name, arguments: 'A small shop that becomes slow at noon.' })
    const view = await ended(app.client, runId)
    expect([view.state, view.error?.message]).toEqual(['done', undefined])
    expect(view.outcome?.answer).toContain('What I found.')
    expect(view.plan?.nodes.map(({ state }) => state)).toEqual(stages.map(() => 'done'))
  })

  test('A10 the cognitive command goes through its six steps in their order', async () => {
    const { check } = await app.client.library.get({ kind: 'command', name: 'cognitive' })
    expect(check?.criticalPath).toEqual(['memory', 'attention', 'thought', 'risk', 'intent', 'action'])
  })

  test('orchestrate-complex mends only where the review counts findings', async () => {
    server.clear()
    server.script({ user: 'Answer with one JSON object' }, { text: '{"review": "Good.", "open-findings": 0}' })
    server.script({ user: /^(?![\s\S]*one JSON object)/ }, { text: 'What I found.' })
    const { runId } = await app.client.library.run({ name: 'orchestrate-complex', arguments: 'A shop.' })
    const view = await ended(app.client, runId)
    expect(view.plan?.nodes.filter(({ state }) => state === 'skipped').map(({ id }) => id)).toEqual(['repair'])
    expect(view.state).toBe('done')
  })

  test('its pipelines hold', async () => {
    const templates = (await app.client.app.snapshot()).pipelines.filter(({ builtIn }) => builtIn)
    expect(templates.length).toBeGreaterThanOrEqual(4)
    for (const { id } of templates) {
      const pipeline = await app.client.pipelines.get({ id })
      expect([id, (await app.client.pipelines.check(pipeline)).problems]).toEqual([id, []])
      expect(await readPipeline(JSON.stringify(pipeline))).toEqual({ pipeline, unknown: [] })
    }
  })
})
