import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openApp } from '../app/support.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { askOneModel } from './support.ts'

const PROSE = `---
description: Release a version
---
# Release

We release often and calmly.

## Phase 1: Check
- **Tests** by the test-engineer: run what there is
- **Security**: ask the security-auditor
- **Notes**: the documentation-writer lists what changed

## Phase 2: Build
1. Build the package
2. Sign it

## Rules
Never on a Friday.

## Phase 3: Publish
Put it where people get it.
`

let server: VendorServer

beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.close())

/** A core whose library has the command. */
async function openWithProse(vendors: readonly string[] = []) {
  const app = await openApp({ server, vendors })
  onTestFinished(() => app.close())
  const base64 = Buffer.from(PROSE).toString('base64')
  const { id } = await app.client.library.inspect({ files: [{ name: 'commands/release.md', base64 }] })
  await app.client.library.confirm({ id })
  return app
}

describe('E7 prose becomes phases', () => {
  test('the agent of the command does what names none', async () => {
    const app = await openApp()
    onTestFinished(() => app.close())
    const { pipeline } = await app.client.library.convert({ name: 'review' })
    expect(pipeline.stages.map(({ agent }) => agent)).toEqual(['code-reviewer'])
  })

  test('a model that is waited for no longer is asked no longer', async () => {
    const app = await openWithProse(['openai'])
    await askOneModel(app.client)
    server.script({ model: 'gpt-5-mini', user: 'We release often' }, { fault: { type: 'hang' } })
    const stop = new AbortController()
    const draft = app.client.library.convert({ name: 'release' }, { signal: stop.signal })
    const drafts = async () => (await app.client.runs.list({})).filter(({ title }) => title === 'Draft phases')
    await vi.waitFor(async () => expect((await drafts()).map(({ state }) => state)).toEqual(['running']), { timeout: 5_000 })
    stop.abort()
    await expect(draft).rejects.toThrow()
    await vi.waitFor(async () => expect((await drafts()).map(({ state }) => state)).toEqual(['cancelled']), { timeout: 5_000 })
  })

  test('by its headings, lists and named agents, with its graph and its time; saved, it takes the place of the prose', async () => {
    const app = await openWithProse()
    const draft = await app.client.library.convert({ name: 'release' })
    expect(draft.by).toBeNull()
    expect(draft.check.problems).toEqual([])
    expect(draft.check.links).toEqual({
      tests: [],
      security: [],
      notes: [],
      build_the_package: ['tests', 'security', 'notes'],
      sign_it: ['build_the_package'],
      publish: ['sign_it'],
    })
    expect(draft.pipeline.stages.map(({ agent }) => agent ?? null)).toEqual([
      'test-engineer',
      'security-auditor',
      'documentation-writer',
      null,
      null,
      null,
    ])
    expect(draft.text).toContain('Never on a Friday.')
    expect(draft.check.expectedMs).toBeLessThan(draft.check.sequentialMs)
    expect((await app.client.library.list()).entries.find(({ name }) => name === 'release')?.format).toBe('markdown')
  })

  test('by a model where one is switched on; what it gives that does not hold is set aside', async () => {
    const app = await openWithProse(['openai'])
    await askOneModel(app.client)
    const phases = [{ id: 'only', agents: [{ id: 'ship', type: 'planner', task: 'Ship it.' }] }]
    server.script({ model: 'gpt-5-mini' }, [
      { text: `Here it is:\n\`\`\`json\n${JSON.stringify({ version: '1', name: 'other', phases })}\n\`\`\`` },
      { text: 'I would rather not.' },
    ])
    const draft = await app.client.library.convert({ name: 'release' })
    expect([draft.by !== null, draft.pipeline.name, draft.pipeline.stages.map(({ id }) => id)]).toEqual([true, 'release', ['ship']])
    const second = await app.client.library.convert({ name: 'release' })
    expect(second.by).toBeNull()
    expect(second.problems[0]?.message).toContain('the headings and lists were read instead')
    const saved = await app.client.library.save({ text: draft.text })
    expect(saved).toMatchObject({ name: 'release', format: 'json', steps: 1 })
    expect((await app.client.library.get({ kind: 'command', name: 'release' })).entry.format).toBe('json')
  })

  test('a definition that cannot run is not saved', async () => {
    const app = await openWithProse()
    const text = JSON.stringify({
      name: 'bad',
      phases: [
        {
          id: 'p',
          agents: [
            { id: 'a', task: 'A', dependencies: ['b'] },
            { id: 'b', task: 'B', dependencies: ['a'] },
          ],
        },
      ],
    })
    await expect(app.client.library.save({ text })).rejects.toThrow(/It cannot run/)
    await expect(app.client.library.check({ text: '{"name": 3}' })).rejects.toThrow(/no phases/)
  })
})
