import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import WebSocket from 'ws'
import { webSocketChannel } from '../../../src/main/hosts/core/channel.ts'
import { coreClient } from '../../../src/main/hosts/core/core-connection.ts'
import { takeSeat } from '../../../src/main/hosts/core/seat.ts'
import { startWebHost } from '../../../src/main/hosts/web/index.ts'
import { type Clock, systemClock } from '../../../src/main/kernel/clock.ts'
import { APP_VERSION } from '../../../src/main/version.ts'
import { startProcess, temporaryHome } from '../support/processes.ts'

async function hostAt(home = temporaryHome(), clock: Clock = systemClock) {
  const rendererDir = join(home, 'page')
  mkdirSync(join(rendererDir, 'assets'), { recursive: true })
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Tutti</title>')
  writeFileSync(join(rendererDir, 'assets', 'page-abc123.js'), 'export {}')
  const seat = await takeSeat({ home, env: {}, version: APP_VERSION })
  const host = await startWebHost({ seat, rendererDir, clock })
  onTestFinished(async () => {
    await host.close()
    await seat.close()
  })
  const codeOf = (url: string) => new URL(url).hash.replace('#code=', '')
  const origin = `http://127.0.0.1:${host.port}`
  return { seat, host, origin, freshCode: () => codeOf(host.openUrl()) }
}
type Host = Awaited<ReturnType<typeof hostAt>>

interface Asked {
  readonly method?: string
  readonly path?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** A plain request whose headers are all ours, unlike fetch's. */
async function ask({ host, origin }: Host, { method = 'GET', path = '/', headers = {}, body }: Asked) {
  const sent = request({
    host: '127.0.0.1',
    port: host.port,
    method,
    path,
    headers: { ...(method === 'GET' ? {} : { origin }), ...headers },
  })
  sent.end(body)
  const [answer] = await once(sent, 'response')
  const pieces: Buffer[] = []
  for await (const piece of answer) pieces.push(piece)
  return { status: Number(answer.statusCode), headers: new Headers(answer.headers), text: Buffer.concat(pieces).toString() }
}

const json = { 'content-type': 'application/json' }
const redeem = (host: Host, code: string, headers = {}) =>
  ask(host, { method: 'POST', path: '/session', headers: { ...json, ...headers }, body: JSON.stringify({ code }) })

async function tokenOf(host: Host): Promise<string> {
  const { status, text } = await redeem(host, host.freshCode())
  expect(status).toBe(200)
  return String(JSON.parse(text).token)
}

/** Opens the page's socket; resolves with it, or with the status that refused it. */
async function dial(host: Host, protocols: readonly string[], headers: Record<string, string> = {}, path = '/rpc') {
  const socket = new WebSocket(`${host.origin.replace('http', 'ws')}${path}`, [...protocols], {
    headers: { origin: host.origin, ...headers },
  })
  onTestFinished(() => socket.terminate())
  return new Promise<WebSocket | number>((resolve, reject) => {
    socket.once('open', () => resolve(socket))
    socket.once('unexpected-response', (_request, response) => resolve(Number(response.statusCode)))
    socket.once('error', reject)
  })
}

async function pageClient(host: Host, token: string) {
  const socket = await dial(host, ['tutti', token])
  if (typeof socket === 'number') throw new Error(`The page was refused with ${socket}.`)
  return { socket, client: coreClient(webSocketChannel(socket)) }
}

const rpc = (token?: string): Asked => ({
  method: 'POST',
  path: '/rpc/app/dismissNotice',
  headers: { ...json, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
  body: JSON.stringify({ json: { id: 'none' } }),
})

describe('F6 loopback host: who is let in', () => {
  test('a code becomes a token, which opens both ways of calling', async () => {
    const host = await hostAt()
    const token = await tokenOf(host)
    const { socket, client } = await pageClient(host, token)
    expect(socket.protocol).toBe('tutti')
    await client.app.dismissNotice({ id: 'none' })
    expect((await ask(host, rpc(token))).status).toBe(200)
  })

  test('the address carries the code in its fragment, which browsers do not send', async () => {
    const { host } = await hostAt()
    const url = new URL(host.openUrl())
    expect(url.hostname).toBe('127.0.0.1')
    expect(url.hash).toMatch(/^#code=[\w-]{43}$/)
    expect(url.search + url.pathname).toBe('/')
  })

  test('no cookie is set', async () => {
    const host = await hostAt()
    for (const answer of [await ask(host, {}), await redeem(host, host.freshCode())]) expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test('a code works once', async () => {
    const host = await hostAt()
    const code = host.freshCode()
    expect((await redeem(host, code)).status).toBe(200)
    expect((await redeem(host, code)).status).toBe(401)
  })

  test('a code works for 60 s', async () => {
    let now = 1_000_000
    const host = await hostAt(temporaryHome(), { ...systemClock, now: () => now })
    const [inTime, late] = [host.freshCode(), host.freshCode()]
    now += 59_999
    expect((await redeem(host, inTime)).status).toBe(200)
    now += 1
    expect((await redeem(host, late)).status).toBe(401)
  })

  test('guessing codes is slowed down, and the right one waits with the wrong ones', async () => {
    let now = 1_000_000
    const host = await hostAt(temporaryHome(), { ...systemClock, now: () => now })
    for (let guess = 0; guess < 10; guess += 1) expect((await redeem(host, `guess-${guess}`)).status).toBe(401)
    const refused = await redeem(host, host.freshCode())
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
    now += 60_000
    expect((await redeem(host, host.freshCode())).status).toBe(200)
  })

  test.each(['', '{', '[]', '{"code":7}', JSON.stringify({ code: 'x'.repeat(300) })])(
    'a session asked for with %j is refused',
    async (body) => {
      const host = await hostAt()
      expect([400, 401]).toContain((await ask(host, { method: 'POST', path: '/session', headers: json, body })).status)
    },
  )

  test('calls without a token, or with a wrong one, are refused', async () => {
    const host = await hostAt()
    const token = await tokenOf(host)
    const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
    for (const one of [undefined, wrong, '', `${token}x`]) expect((await ask(host, rpc(one))).status).toBe(401)
    for (const protocols of [['tutti'], ['tutti', wrong], [token], [token, 'tutti'], ['tutti', token, 'more'], []]) {
      expect(await dial(host, protocols)).toBe(401)
    }
  })

  test('a token in the address or in a cookie opens nothing', async () => {
    const host = await hostAt()
    const token = await tokenOf(host)
    expect((await ask(host, { ...rpc(), path: `/rpc/app/dismissNotice?token=${token}` })).status).toBe(401)
    expect((await ask(host, { ...rpc(), headers: { ...json, cookie: `tutti=${token}` } })).status).toBe(401)
    expect(await dial(host, ['tutti'], { cookie: `tutti=${token}` })).toBe(401)
    expect(await dial(host, ['tutti', token], {}, `/rpc?token=${token}`)).toBe(404)
  })
})

describe('F6 loopback host: from where', () => {
  const foreignHosts = ['evil.example', 'evil.example:80', '127.0.0.1', 'localhost', '127.0.0.1.evil.example', '0.0.0.0', '[::1]']

  test.each(foreignHosts)('the name %s is answered on no route (DNS rebinding)', async (name) => {
    const host = await hostAt()
    const token = await tokenOf(host)
    const headers = { host: name, origin: `http://${name}` }
    expect((await ask(host, { headers: { host: name } })).status).toBe(403)
    expect((await redeem(host, host.freshCode(), headers)).status).toBe(403)
    const call = rpc(token)
    expect((await ask(host, { ...call, headers: { ...call.headers, ...headers } })).status).toBe(403)
    expect(await dial(host, ['tutti', token], headers)).toBe(403)
  })

  test('a page of another origin is answered on no route, even with a token', async () => {
    const host = await hostAt()
    const token = await tokenOf(host)
    const origins = [
      'https://evil.example',
      'null',
      `http://127.0.0.1:${host.host.port + 1}`,
      `https://127.0.0.1:${host.host.port}`,
      `http://localhost:${host.host.port}`,
    ]
    for (const origin of origins) {
      expect((await ask(host, { headers: { origin } })).status).toBe(403)
      expect((await redeem(host, host.freshCode(), { origin })).status).toBe(403)
      const call = rpc(token)
      expect((await ask(host, { ...call, headers: { ...call.headers, origin } })).status).toBe(403)
      expect(await dial(host, ['tutti', token], { origin })).toBe(403)
    }
  })

  test('whatever acts has to name its origin', async () => {
    const host = await hostAt()
    const token = await tokenOf(host)
    const bare = new WebSocket(`${host.origin.replace('http', 'ws')}/rpc`, ['tutti', token])
    const [, response] = await once(bare, 'unexpected-response')
    expect(response.statusCode).toBe(403)
    const sent = request({ host: '127.0.0.1', port: host.host.port, method: 'POST', path: '/session' })
    sent.end()
    const [answer] = await once(sent, 'response')
    expect(answer.statusCode).toBe(403)
  })

  test('localhost is this host too', async () => {
    const host = await hostAt()
    const name = `localhost:${host.host.port}`
    expect((await ask(host, { headers: { host: name } })).status).toBe(200)
    expect((await redeem(host, host.freshCode(), { host: name, origin: `http://${name}` })).status).toBe(200)
  })

  test('no other page may read an answer (no CORS)', async () => {
    const host = await hostAt()
    const preflight = await ask(host, { method: 'OPTIONS', path: '/session', headers: { 'access-control-request-method': 'POST' } })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
    expect(preflight.status).toBe(404)
  })
})

describe('F6 loopback host: the page', () => {
  test('has a policy without eval, inline code, frames or foreign addresses', async () => {
    const host = await hostAt()
    const { headers } = await ask(host, {})
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('microphone=()')
  })

  test('errors and calls carry the policy too', async () => {
    const host = await hostAt()
    const token = await tokenOf(host)
    for (const asked of [{ path: '/none.js' }, rpc(), rpc(token), { headers: { host: 'evil.example' } }]) {
      expect((await ask(host, asked)).headers.get('content-security-policy')).toContain("default-src 'none'")
    }
  })

  test('hashed files are kept by the browser, the page itself is not', async () => {
    const host = await hostAt()
    expect((await ask(host, {})).headers.get('cache-control')).toBe('no-store')
    const script = await ask(host, { path: '/assets/page-abc123.js' })
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  test('files are compressed for a browser that takes it', async () => {
    const home = temporaryHome()
    const host = await hostAt(home)
    const script = `export const words = '${'the same again '.repeat(1_000)}'`
    writeFileSync(join(home, 'page', 'assets', 'long-abc123.js'), script)
    for (const encoding of ['gzip', 'br']) {
      const sent = await fetch(`${host.origin}/assets/long-abc123.js`, { headers: { 'accept-encoding': encoding } })
      expect([sent.headers.get('content-encoding'), await sent.text()]).toEqual([encoding, script])
    }
    const plain = await ask(host, { path: '/assets/long-abc123.js' })
    expect([plain.headers.get('content-encoding'), plain.text]).toEqual([null, script])
  })

  test.each([
    '/../core.lock',
    '/..%2fcore.lock',
    '/%2e%2e/settings.json',
    '/assets/../../x.json',
    '/%',
    '/assets',
    '/page%00.html',
    '//etc/passwd',
  ])('%s leads nowhere', async (path) => {
    const home = temporaryHome()
    writeFileSync(join(home, 'settings.json'), '{}')
    writeFileSync(join(home, 'x.json'), '{}')
    const { status, text } = await ask(await hostAt(home), { path })
    expect([400, 404]).toContain(status)
    expect(text).not.toBe('{}')
  })

  test('listens on the loopback address alone, and says so when a port is taken', async () => {
    const { host, seat } = await hostAt()
    await expect(startWebHost({ seat, port: host.port, rendererDir: '/' })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(`Port ${host.port} cannot be used \\(EADDRINUSE\\)`),
    })
  })
})

describe('F6 loopback host: sizes', () => {
  test('a message over 32 MB ends its connection and nothing else', async () => {
    const host = await hostAt()
    const token = await tokenOf(host)
    const { socket } = await pageClient(host, token)
    const closed = once(socket, 'close')
    socket.send('x'.repeat(32 * 1024 * 1024 + 1))
    expect((await closed)[0]).toBe(1009)
    const { client } = await pageClient(host, token)
    await client.app.dismissNotice({ id: 'none' })
  })

  test('a call that announces more than 32 MB is refused before it is read', async () => {
    const host = await hostAt()
    const call = rpc(await tokenOf(host))
    const tooLong = { ...call.headers, 'content-length': String(32 * 1024 * 1024 + 1) }
    const sent = request({
      host: '127.0.0.1',
      port: host.host.port,
      method: 'POST',
      path: call.path,
      headers: { origin: host.origin, ...tooLong },
    })
    sent.on('error', () => undefined)
    sent.flushHeaders()
    const [answer] = await once(sent, 'response')
    expect(answer.statusCode).toBe(413)
    sent.destroy()
  })

  test('an attachment of 20 MB fits', async () => {
    const host = await hostAt()
    const { client } = await pageClient(host, await tokenOf(host))
    const base64 = Buffer.alloc(20 * 1024 * 1024).toString('base64')
    expect(await client.attachments.add({ name: 'a.png', mediaType: 'image/png', base64 })).toMatchObject({ name: 'a.png' })
  })
})

describe('D10 a page of a client', () => {
  const SEAT_PROCESS = join(import.meta.dirname, '../support/seat-process.ts')

  test('is heard by the core, and again after another core has taken over', async () => {
    const home = temporaryHome()
    const core = startProcess(SEAT_PROCESS, [home])
    await core.line()
    const host = await hostAt(home)
    expect(host.seat.role()).toBe('client')
    const token = await tokenOf(host)
    const { socket, client } = await pageClient(host, token)
    await client.app.dismissNotice({ id: 'none' })
    expect((await ask(host, rpc(token))).status).toBe(200)

    const lost = once(socket, 'close')
    await core.end('SIGKILL')
    await lost
    const again = await pageClient(host, token)
    await again.client.app.dismissNotice({ id: 'none' })
    expect(host.seat.role()).toBe('core')
    expect((await ask(host, rpc(token))).status).toBe(200)
  })

  test('never reaches what is for processes alone', async () => {
    const host = await hostAt()
    const token = await tokenOf(host)
    const { client } = await pageClient(host, token)
    await expect(client.host.open({})).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await ask(host, { ...rpc(token), path: '/rpc/host/open' })).status).toBe(404)
  })
})
