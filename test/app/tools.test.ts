import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Pipeline } from '../../src/shared/pipeline.ts'
import { ended, openApp } from './support.ts'

let app: Awaited<ReturnType<typeof openApp>>

beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

const sum = Pipeline.parse({
  id: 'sum',
  name: 'Sum',
  stages: [{ id: 'it', processor: { type: 'tool', tool: 'calculator', arguments: { expression: 'input' } } }],
})

const run = async (input: unknown) => {
  const { runId } = await app.client.pipelines.run({ pipeline: sum, input })
  return { runId, view: () => ended(app.client, runId) }
}

describe('B10 what was allowed elsewhere', () => {
  test('is not allowed here: data that come from another folder bring servers and no leave', async () => {
    const first = await openApp()
    await first.client.tools.setPermission({ name: 'wikipedia', permission: 'always' })
    await first.client.tools.setPermission({ name: 'calculator', permission: 'never' })
    await first.client.tools.setOptions({ folder: '/', database: null, searchUrl: null, hosts: [], trusted: ['localhost:80'] })
    await first.client.tools.saveServer({ id: 'mine', name: 'Mine', transport: { type: 'stdio', command: process.execPath } })
    await first.close()
    const again = await openApp({ home: first.home })
    expect((await again.client.tools.list()).options.folder).toBe('/')
    await again.close()
    rmSync(join(first.home, 'tools.key'))
    const elsewhere = await openApp({ home: first.home })
    const { tools, options, servers } = await elsewhere.client.tools.list()
    // What was switched off there stays off; what is harmless needs no leave.
    expect(tools.flatMap(({ name, permission }) => (permission === 'never' ? [] : [name]))).toEqual(['current-time'])
    expect(options).toMatchObject({ folder: null, trusted: [] })
    expect(servers).toMatchObject([{ id: 'mine', state: 'not-approved' }])
    await elsewhere.close()
  })
})

describe('B10 tools in the app', () => {
  test('are off on a fresh installation, but for those that only compute', async () => {
    const { tools } = await app.client.app.snapshot()
    const allowed = tools.tools.filter(({ permission }) => permission !== 'never')
    expect(allowed).toMatchObject([
      { name: 'calculator', permission: 'always' },
      { name: 'current-time', permission: 'always' },
    ])
    expect(tools.tools.length).toBeGreaterThan(allowed.length + 5)
    expect((await (await run('0.1 + 0.2')).view()).outcome?.answer).toBe('0.3')
  })

  test('are refused where they are switched off, and a pipeline says so', async () => {
    await app.client.tools.setPermission({ name: 'calculator', permission: 'never' })
    expect((await (await run('1 + 1')).view()).error?.message).toContain('calculator is switched off')
  })

  test('that ask wait for a person who sees the exact arguments', async () => {
    await app.client.tools.setPermission({ name: 'calculator', permission: 'ask' })
    const { runId, view } = await run('6 * 7')
    for await (const _ of await app.client.runs.watch({ id: runId, after: null })) {
      const [wait] = (await app.client.runs.get({ id: runId })).waits
      if (wait === undefined) continue
      expect(wait).toMatchObject({ kind: 'approval', title: 'Call calculator?' })
      expect(JSON.parse(wait.detail)).toEqual({ expression: '6 * 7' })
      await app.client.runs.answer({ id: runId, path: wait.path, value: 'yes' })
    }
    expect((await view()).outcome?.answer).toBe('42')
  })
})
