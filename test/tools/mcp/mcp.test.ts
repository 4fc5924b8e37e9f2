import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { digestOf } from '../../../src/main/kernel/digest.ts'
import { Sandbox } from '../../../src/main/sandbox/sandbox.ts'
import { McpServers } from '../../../src/main/tools/mcp/mcp-servers.ts'
import type { ServerVariables } from '../../../src/main/tools/mcp/server-variables.ts'
import { Tools } from '../../../src/main/tools/tools.ts'
import { KeptTools, McpServer, type McpTransport } from '../../../src/shared/tool.ts'

const EVERYTHING = createRequire(import.meta.url).resolve('@modelcontextprotocol/server-everything/dist/index.js')
const RUDE = new URL('../support/rude-server.ts', import.meta.url).pathname
const options = { signal: new AbortController().signal, idempotencyKey: 'key' }
const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  vi.unstubAllEnvs()
  for (const close of closing.splice(0)) await close()
})

/** As the vault keeps them, in memory. */
function variablesIn(values: Map<string, string>): ServerVariables {
  return {
    last: true,
    get: (server, name) => values.get(`${server}:${name}`) ?? null,
    ending: (value) => (value.length < 12 ? null : value.slice(-4)),
    set: async (server, named) => {
      for (const [name, value] of Object.entries(named)) values.set(`${server}:${name}`, value)
    },
    remove: async (server, names) => {
      for (const name of names) values.delete(`${server}:${name}`)
    },
  }
}

/** The registry over servers alone; what it keeps is in `kept`. */
async function open(callMs?: number, kept = KeptTools.parse({}), variables = variablesIn(new Map())) {
  const sandbox = new Sandbox()
  const servers = new McpServers({
    validate: (job, signal) => sandbox.validate(job, signal),
    appVersion: '1',
    ...(callMs ? { callMs } : {}),
  })
  const store = {
    kept,
    tools: async () => store.kept,
    saveTools: async (next: KeptTools) => {
      store.kept = KeptTools.parse(JSON.parse(JSON.stringify(next)))
    },
  }
  const tools = await Tools.load({ store, servers, variables, builtIn: [], seal: digestOf, publish: () => undefined })
  closing.push(
    () => servers.close(),
    () => sandbox.close(),
  )
  const call = async (name: string, input: unknown = {}) => (await tools.find(name).run(input, options)).content
  return { tools, store, servers, call }
}

const stdio = (command: string, args: readonly string[], more: object = {}): McpTransport => ({
  type: 'stdio',
  command,
  args: [...args],
  env: {},
  ...more,
})

async function add({ tools }: Pick<Awaited<ReturnType<typeof open>>, 'tools'>, id: string, transport: McpTransport): Promise<void> {
  await tools.saveServer(McpServer.parse({ id, name: id, transport }))
  await approve({ tools }, id)
}

async function approve({ tools }: Pick<Awaited<ReturnType<typeof open>>, 'tools'>, id: string): Promise<void> {
  const shown = tools.state().servers.find((server) => server.id === id)
  await tools.approveServer({ id, digest: shown?.digest ?? '' })
}

const state = (tools: Tools) => tools.state().servers[0]?.state

describe('B10 a real server of the Model Context Protocol', () => {
  test('over stdio is added, approved after its full command was shown, and called', async () => {
    const app = await open()
    const transport = stdio(process.execPath, [EVERYTHING, 'stdio'])
    await app.tools.saveServer(McpServer.parse({ id: 'everything', name: 'Everything', transport }))
    expect(app.tools.state().servers[0]).toMatchObject({
      state: 'not-approved',
      transport: { command: process.execPath, args: [EVERYTHING, 'stdio'], variables: [] },
      tools: [],
    })
    await approve(app, 'everything')
    const { tools, servers } = app.tools.state()
    expect(servers[0]).toMatchObject({ state: 'ready', tools: expect.arrayContaining(['echo', 'get-sum']) })
    expect(tools.find(({ name }) => name === 'everything/echo')).toMatchObject({ permission: 'ask', needs: null })
    await expect(app.call('everything/echo', { message: 'hello' })).resolves.toBe('Echo: hello')
    await expect(app.call('everything/get-sum', { a: 17, b: 25 })).resolves.toContain('42')
    await expect(app.call('everything/get-tiny-image')).resolves.toContain('[An image, image/png: not shown]')
    await expect(app.call('everything/get-sum', { a: 'x' })).rejects.toThrow(/cannot take this input.*must be number/)
  })

  test('over streamable HTTP is added, approved and called', async () => {
    const port = 39_000 + Math.floor(Math.random() * 2_000)
    const server = spawn(process.execPath, [EVERYTHING, 'streamableHttp'], {
      env: { PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    closing.push(async () => server.kill())
    await vi.waitFor(() => fetch(`http://127.0.0.1:${port}/mcp`), { timeout: 10_000, interval: 50 })
    const app = await open()
    await add(app, 'remote', { type: 'http', url: `http://127.0.0.1:${port}/mcp` })
    await expect(app.call('remote/echo', { message: 'over the wire' })).resolves.toBe('Echo: over the wire')
  })
})

describe('B10 nothing runs that was not approved', () => {
  test('not before, not after a change, and not on what was shown earlier', async () => {
    const app = await open()
    const { tools } = app
    await tools.saveServer(McpServer.parse({ id: 'rude', name: 'Rude', transport: stdio(process.execPath, [RUDE]) }))
    const shown = tools.state().servers[0]?.digest ?? ''
    await tools.saveServer(McpServer.parse({ id: 'rude', name: 'Rude', transport: stdio(process.execPath, [RUDE, '--other']) }))
    await expect(app.call('rude/pid')).rejects.toMatchObject({ code: 'not-found' })
    await expect(tools.approveServer({ id: 'rude', digest: shown })).rejects.toMatchObject({ code: 'denied' })
    expect(state(tools)).toBe('not-approved')
    await approve(app, 'rude')
    await app.call('rude/pid')
    for (const changed of [
      stdio(process.execPath, [RUDE, '-x']),
      stdio(process.execPath, [RUDE, '--other'], { env: { A: '1' } }),
      stdio(process.execPath, [RUDE, '--other'], { cwd: tmpdir() }),
    ]) {
      await tools.saveServer(McpServer.parse({ id: 'rude', name: 'Rude', transport: changed }))
      expect(state(tools)).toBe('not-approved')
      await expect(app.call('rude/pid')).rejects.toMatchObject({ code: 'denied' })
    }
  })

  test('a new name for the same command needs no new approval; a removal can be taken back', async () => {
    const app = await open()
    await add(app, 'rude', stdio(process.execPath, [RUDE]))
    await app.tools.saveServer(McpServer.parse({ id: 'rude', name: 'Ruder', transport: stdio(process.execPath, [RUDE]) }))
    await app.call('rude/pid')
    await app.tools.removeServer('rude')
    expect(() => app.tools.find('rude/pid')).toThrow(/There is no tool/)
    await app.tools.restoreServer('rude')
    await app.call('rude/pid')
  })

  test('the process sees its own arguments, folder and variables, and no key', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-secret')
    vi.stubEnv('TUTTI_PASSPHRASE', 'secret')
    const app = await open()
    await add(app, 'rude', stdio(process.execPath, [RUDE, '; touch owned', '$(id)'], { env: { MINE: 'yes' }, cwd: tmpdir() }))
    const seen = z
      .object({ env: z.record(z.string(), z.string()), cwd: z.string(), args: z.array(z.string()) })
      .parse(JSON.parse(await app.call('rude/environment')))
    expect(seen).toMatchObject({ cwd: tmpdir(), args: ['; touch owned', '$(id)'], env: { MINE: 'yes', HOME: homedir() } })
    expect(JSON.stringify(seen.env)).not.toContain('secret')
  })

  test('a tool that says something new of itself is asked for again', async () => {
    const app = await open()
    await add(app, 'rude', stdio(process.execPath, [RUDE]))
    await app.tools.setPermission('rude/pid', 'always')
    await app.servers.stop('rude')
    const [server] = app.store.kept.servers
    if (server === undefined) throw new Error('The server was not kept.')
    const before = server.offered.map((tool) => (tool.name === 'pid' ? { ...tool, description: 'Harmless.' } : tool))
    const again = await open(undefined, { ...app.store.kept, servers: [{ ...server, offered: before }] })
    expect(again.tools.permission('rude/pid')).toBe('always')
    await again.tools.approveServer({ id: 'rude', digest: again.tools.state().servers[0]?.digest ?? '' })
    await vi.waitFor(() => expect(again.tools.permission('rude/pid')).toBe('ask'))
  })
})

describe('B10 variables of servers', () => {
  const whole = stdio(process.execPath, [RUDE], { env: { API_TOKEN: 'tkn-0123456789abcdef', MODE: 'read' } })

  test('are known by name and ending; what is kept has no value', async () => {
    const app = await open()
    await add(app, 'rude', whole)
    expect(await app.call('rude/environment')).toContain('tkn-0123456789abcdef')
    expect(app.tools.state().servers[0]?.transport).toMatchObject({
      variables: [
        { name: 'API_TOKEN', ending: 'cdef', known: true },
        { name: 'MODE', ending: null, known: true },
      ],
    })
    for (const told of [app.tools.state(), app.store.kept]) expect(JSON.stringify(told)).not.toMatch(/tkn-|"read"/)
  })

  test('whose values are gone keep the server from starting', async () => {
    const app = await open()
    await add(app, 'rude', whole)
    const again = await open(undefined, app.store.kept)
    expect(again.tools.state().servers[0]).toMatchObject({ state: 'not-approved' })
    await expect(again.call('rude/pid')).rejects.toMatchObject({ code: 'denied' })
    await expect(approve(again, 'rude')).rejects.toThrow('“rude” lacks the value of API_TOKEN, MODE.')
    await add(again, 'rude', whole)
    await again.call('rude/pid')
  })

  test('go with the server and come back with it', async () => {
    const values = new Map<string, string>()
    const app = await open(undefined, undefined, variablesIn(values))
    await add(app, 'rude', whole)
    await app.tools.saveServer(
      McpServer.parse({ id: 'rude', name: 'Rude', transport: stdio(process.execPath, [RUDE], { env: { MODE: 'x' } }) }),
    )
    expect([...values]).toEqual([['rude:MODE', 'x']])
    await app.tools.removeServer('rude')
    expect([...values]).toEqual([])
    await app.tools.restoreServer('rude')
    expect([...values]).toEqual([['rude:MODE', 'x']])
  })
})

describe('B10 a server that behaves badly', () => {
  test('that dies in the call is an error of that call, and runs again at the next', async () => {
    const app = await open()
    await add(app, 'rude', stdio(process.execPath, [RUDE]))
    const first = await app.call('rude/pid')
    await expect(app.call('rude/die')).rejects.toThrow(/“rude” ended during the call of rude\/die\. It is started again at the next use/)
    expect(state(app.tools)).toBe('stopped')
    expect(await app.call('rude/pid')).not.toBe(first)
  })

  test('that answers without end is cut off; a long answer is cut', async () => {
    const app = await open()
    await add(app, 'rude', stdio(process.execPath, [RUDE]))
    await expect(app.call('rude/flood')).rejects.toThrow(/answered with more than Tutti takes/)
    expect(await app.call('rude/long')).toMatch(/these are the first 60,000 of 3,000,000 characters/)
  }, 20_000)

  test('that never answers is given up in time', async () => {
    const app = await open(200)
    await add(app, 'rude', stdio(process.execPath, [RUDE]))
    await expect(app.call('rude/silent')).rejects.toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('rude/silent gave no result within 0.2 s'),
    })
    await app.call('rude/pid')
  })

  test('that says no is quoted', async () => {
    const app = await open()
    await add(app, 'rude', stdio(process.execPath, [RUDE]))
    await expect(app.call('rude/fail')).rejects.toThrow('The moon is not full.')
  })

  test('that cannot be started says why, in the list as well', async () => {
    const app = await open()
    await expect(add(app, 'gone', stdio('/no/such/program', []))).rejects.toThrow(/“gone” did not start: .*ENOENT/)
    expect(app.tools.state().servers[0]).toMatchObject({ state: 'failed', text: expect.stringContaining('ENOENT') })
    const transport = stdio(process.execPath, ['-e', 'throw new Error("no config for " + process.env.TOKEN)'], {
      env: { TOKEN: 'hush-hush' },
    })
    await expect(add(app, 'broken', transport)).rejects.toThrow(/“broken” did not start: .*Error: no config for \[key removed\]/)
  })
})
