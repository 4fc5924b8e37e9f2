import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RunId } from '../../src/shared/ids.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { type AppClient, ask, ended, openApp, savePreset, send } from './support.ts'

const RUDE = new URL('../tools/support/rude-server.ts', import.meta.url).pathname
const SIDE_BY_SIDE = { strategy: 'parallel', merge: 'none' } as const
const MODELS = { openai: 'gpt-5-mini', google: 'gemini-2.5-flash', anthropic: 'claude-haiku-4-5' } as const
const VENDORS = Object.entries(MODELS)

let server: VendorServer
let app: Awaited<ReturnType<typeof openApp>>
let client: AppClient

beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clear()
  for (const [vendor, id] of VENDORS) server.models(vendor, [{ id }])
  app = await openApp({ server, vendors: Object.keys(MODELS) })
  client = app.client
  server.requests.length = 0
})
afterEach(() => app.close())

const calling = (name: string, input: unknown) => ({ toolCalls: [{ name, arguments: JSON.stringify(input) }] })
const bodies = () => server.requests.filter(({ lastUser }) => lastUser !== '').map(({ body }) => JSON.stringify(body))
const presetOf = (models: readonly string[], tools: string[]) => savePreset(client, models, SIDE_BY_SIDE, { tools })
const everyModel = VENDORS.map(([vendor, id]) => `${vendor}/${id}`)

/** Answers every wait of the run with `value` and returns their titles and details. */
async function answerWaits(id: RunId, value: string) {
  const seen: { title: string; detail: string }[] = []
  const states: string[] = []
  for await (const _ of await client.runs.watch({ id, after: null })) {
    const { waits, speakers } = await client.runs.get({ id })
    for (const { path, title, detail } of waits) {
      if (!seen.some((other) => other.detail === detail)) states.push(...speakers.map(({ state }) => state))
      seen.push({ title, detail })
      await client.runs.answer({ id, path, value }).catch(() => undefined)
    }
  }
  return { seen, states, view: await ended(client, id) }
}

describe('B10 members call tools', () => {
  test.each(VENDORS)('%s is given the result and answers with it', async (vendor, model) => {
    await client.tools.setPermission({ name: 'calculator', permission: 'always' })
    server.script({ vendor }, [calling('calculator', { expression: '6 * 7' }), { text: 'It is 42.' }])
    const run = await ask(client, 'What is six times seven?', await presetOf([`${vendor}/${model}`], ['calculator']))
    expect(run.speakers[0]).toMatchObject({ state: 'done', text: 'It is 42.' })
    const [first, second] = bodies()
    expect(first).toContain('"calculator"')
    expect(second).toMatch(/6 \* 7/)
    expect(second).toMatch(/\b42\b/)
  })

  test('several members at once, each with its own calls and costs', async () => {
    await client.tools.setPermission({ name: 'calculator', permission: 'always' })
    for (const [vendor] of VENDORS)
      server.script({ vendor }, [calling('calculator', { expression: '2^10' }), { text: `${vendor} says 1024.` }])
    const run = await ask(client, 'Two to the ten?', await presetOf(everyModel, ['calculator']))
    expect(run.speakers.map(({ text }) => text)).toEqual(['openai says 1024.', 'google says 1024.', 'anthropic says 1024.'])
    expect(server.requests).toHaveLength(6)
    const { effects } = await client.runs.inspect({ id: run.id })
    expect(effects.filter(({ kind }) => kind === 'tool')).toHaveLength(3)
    const costs = run.speakers.map(({ result }) => result?.costMicros ?? 0)
    expect(costs.reduce((sum, cost) => sum + cost, 0)).toBe(run.costMicros)
    expect(run.decisions.filter(({ title }) => title === 'Called calculator')).toHaveLength(3)
  })

  test('none is offered that is off, lacks something, or is not in the preset', async () => {
    await client.tools.setPermission({ name: 'calculator', permission: 'never' })
    await client.tools.setPermission({ name: 'read-file', permission: 'always' })
    await ask(client, 'Hello', await presetOf(['openai/gpt-5-mini'], ['calculator', 'read-file', 'no-such-tool']))
    await ask(client, 'Hello again', await presetOf(['openai/gpt-5-mini'], []))
    for (const body of bodies()) expect(body).not.toMatch(/calculator|read-file|current-time|"tools":\[\{/)
  })

  test('a failing call is told to the model, which goes on', async () => {
    await client.tools.setPermission({ name: 'calculator', permission: 'always' })
    const broken = { toolCalls: [{ name: 'calculator', arguments: '{"expression": ' }] }
    server.script({}, [calling('calculator', { formula: 1 }), calling('nothing', {}), broken, { text: 'I cannot tell.' }])
    const run = await ask(client, 'What is it?', await presetOf(['openai/gpt-5-mini'], ['calculator']))
    expect(run.speakers[0]?.text).toBe('I cannot tell.')
    const last = bodies().at(-1)
    expect(last).toContain('calculator cannot take this input. expression:')
    expect(last).toContain('The tool nothing is switched off')
    expect(last).toContain('are no JSON')
  })

  test('one that never stops calling is told to answer, and asked no more', async () => {
    await client.tools.setPermission({ name: 'current-time', permission: 'always' })
    server.script({}, { ...calling('current-time', {}), text: 'One more.' })
    const run = await ask(client, 'When?', await presetOf(['openai/gpt-5-mini'], ['current-time']))
    expect(server.requests).toHaveLength(13)
    expect(bodies().at(-1)).toContain('No further tool calls are possible')
    expect(run.speakers[0]?.text).toBe('One more.')
  })
})

describe('B10 tools that ask', () => {
  test('wait for a person who sees the exact arguments, and go on when allowed', async () => {
    await client.tools.setPermission({ name: 'calculator', permission: 'ask' })
    server.script({}, [calling('calculator', { expression: '1 + 1' }), { text: 'Two.' }])
    const { runId } = await send(client, 'One and one?', await presetOf(['anthropic/claude-haiku-4-5'], ['calculator']))
    const { seen, states, view } = await answerWaits(runId, 'yes')
    expect(states).toEqual(['asked'])
    expect(seen[0]).toEqual({ title: 'Call calculator?', detail: JSON.stringify({ expression: '1 + 1' }, null, 2) })
    expect(view.speakers[0]?.text).toBe('Two.')
  })

  test('are not called where the person says no, and the model is told', async () => {
    await client.tools.setPermission({ name: 'calculator', permission: 'ask' })
    server.script({}, [calling('calculator', { expression: '1 + 1' }), { text: 'Without it: two.' }])
    const { runId } = await send(client, 'One and one?', await presetOf(['google/gemini-2.5-flash'], ['calculator']))
    const { view } = await answerWaits(runId, 'no')
    expect(view.speakers[0]?.text).toBe('Without it: two.')
    expect(bodies().at(-1)).toContain('did not allow this call')
    const { effects } = await client.runs.inspect({ id: runId })
    expect(effects.filter(({ kind }) => kind === 'tool')).toEqual([])
  })

  test('still wait after a restart, and the member goes on where it was', async () => {
    await client.tools.setPermission({ name: 'calculator', permission: 'ask' })
    server.script({}, [calling('calculator', { expression: '1 + 1' }), { text: 'Two.' }])
    const { runId } = await send(client, 'One and one?', await presetOf(['openai/gpt-5-mini'], ['calculator']))
    await expect.poll(async () => (await client.runs.get({ id: runId })).waits.length).toBe(1)
    await app.close()
    app = await openApp({ home: app.home, server, vendors: ['openai'] })
    client = app.client
    // What was allowed when the run started counts: it still asks.
    await client.tools.setPermission({ name: 'calculator', permission: 'always' })
    const { seen, view } = await answerWaits(runId, 'yes')
    expect(JSON.parse(seen[0]?.detail ?? '')).toEqual({ expression: '1 + 1' })
    expect(view.speakers[0]?.text).toBe('Two.')
    expect(bodies()).toHaveLength(2)
  })

  test('cannot be switched off in the middle and be called all the same', async () => {
    await client.tools.setPermission({ name: 'calculator', permission: 'ask' })
    server.script({}, [calling('calculator', { expression: '1 + 1' }), { text: 'Never mind.' }])
    const { runId } = await send(client, 'One and one?', await presetOf(['openai/gpt-5-mini'], ['calculator']))
    for await (const _ of await client.runs.watch({ id: runId, after: null })) {
      const [wait] = (await client.runs.get({ id: runId })).waits
      if (wait === undefined) continue
      await client.tools.setPermission({ name: 'calculator', permission: 'never' })
      await client.runs.answer({ id: runId, path: wait.path, value: 'yes' }).catch(() => undefined)
    }
    expect(bodies().at(-1)).toContain('is switched off under Settings')
  })

  test('the shell asks at every call, whatever is wished', async () => {
    await expect(client.tools.setPermission({ name: 'shell', permission: 'always' })).rejects.toThrow(/asks at every call/)
  })
})

describe('B10 tools of servers', () => {
  test.each(VENDORS)('are called by %s under a name that it takes', async (vendor, model) => {
    await client.tools.saveServer({ id: 'rude', name: 'Rude', transport: { type: 'stdio', command: process.execPath, args: [RUDE] } })
    const [shown] = (await client.tools.list()).servers
    await client.tools.approveServer({ id: 'rude', digest: shown?.digest ?? '' })
    await client.tools.setPermission({ name: 'rude/fail', permission: 'always' })
    server.script({ vendor }, [calling('rude_fail', {}), { text: 'No moon.' }])
    const run = await ask(client, 'Is there a moon?', await presetOf([`${vendor}/${model}`], ['rude/fail']))
    expect(run.speakers[0]?.text).toBe('No moon.')
    expect(bodies()[0]).toContain('"rude_fail"')
    expect(bodies()[1]).toContain('The moon is not full.')
  })
})
