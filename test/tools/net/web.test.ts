import { lookup } from 'node:dns'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import type { Resolve } from '../../../src/main/tools/net/guarded-agent.ts'

import { notPublic } from '../../../src/main/tools/net/public-address.ts'
import { openWeb } from '../../../src/main/tools/net/web.ts'
import { openSite } from '../support/local-site.ts'

const { signal } = new AbortController()
const NOBODY = { hosts: [], trusted: [] }
const sites: Awaited<ReturnType<typeof openSite>>[] = []

afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.close()))
})

async function site(answer: Parameters<typeof openSite>[0]) {
  const opened = await openSite(answer)
  sites.push(opened)
  return opened
}

/** Names of `.test` have these addresses, all others their own. Counts how often each was asked for. */
function names(addresses: Readonly<Record<string, readonly string[]>>) {
  const asked = new Map<string, number>()
  const resolve: Resolve = (name, options, callback) => {
    const known = addresses[name]
    asked.set(name, (asked.get(name) ?? 0) + 1)
    if (known === undefined) lookup(name, options, callback)
    else
      callback(
        null,
        known.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
  }
  return { asked, resolve }
}

describe('B10 what is the public internet', () => {
  test.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '169.254.170.2',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:a9fe:a9fe',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    'fec0::1',
    'ff02::1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::808:808',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    '2001:db8::1',
    '100::1',
    '5f00::1',
    '4000::1',
    'no address',
  ])('%s is not', (address) => {
    expect(notPublic(address)).toMatch(/not public|own services|no address/)
  })

  test.each(['8.8.8.8', '1.1.1.1', '93.184.215.14', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
    '%s is',
    (address) => {
      expect(notPublic(address)).toBeNull()
    },
  )
})

describe('B10 fetching reaches the public internet alone', () => {
  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://2130706433/',
    'http://017700000001/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://127.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:ffff:127.0.0.1]/',
    'http://①②⑦.⓪.⓪.①/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
    'http://100.100.100.200/',
    'http://10.0.0.1/',
    'https://192.168.0.1/',
    'http://loopback.test/',
    'http://LOOPBACK.test./',
    'http://half.test/',
    'http://six.test/',
    'http://mapped.test/',
    'http://nothing.test/',
  ])('%s is refused before anything is sent', async (url) => {
    const { resolve } = names({
      'loopback.test': ['127.0.0.1'],
      'loopback.test.': ['127.0.0.1'],
      'half.test': ['93.184.215.14', '10.0.0.7'],
      'six.test': ['fd00::1'],
      'mapped.test': ['::ffff:192.168.0.1'],
      'nothing.test': [],
    })
    await expect(openWeb(resolve)({ url, rules: NOBODY, signal })).rejects.toMatchObject({ code: 'denied' })
  })

  test.each([
    ['file:///etc/passwd', 'denied', /Only http and https/],
    ['ftp://example.org/', 'denied', /Only http and https/],
    ['data:text/html,hello', 'denied', /Only http and https/],
    ['http://user:secret@example.org/', 'denied', /user name or a password/],
    ['http://example.org:22/', 'denied', /Port 22/],
    ['https://example.org:8443/', 'denied', /Port 8443/],
    ['no address', 'invalid-input', /is no address/],
  ])('%s is refused by its form', async (url, code, message) => {
    const fetched = openWeb()({ url, rules: NOBODY, signal })
    await expect(fetched).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })

  test('a name is resolved once a connection, so it cannot change between the check and the connection', async () => {
    const local = await site((_, response) => response.end('hello'))
    const { asked, resolve } = names({ 'site.test': ['127.0.0.1'] })
    const rules = { hosts: [], trusted: [`site.test:${local.port}`] }
    await expect(openWeb(resolve)({ url: `http://site.test:${local.port}/`, rules, signal })).resolves.toMatchObject({ text: 'hello' })
    await expect(openWeb(resolve)({ url: 'http://site.test/', rules, signal })).rejects.toMatchObject({ code: 'denied' })
    expect(asked.get('site.test')).toBe(2)
  })

  test('each redirect is checked again, by its form and by its address', async () => {
    const secret = await site((_, response) => response.end('metadata'))
    const { resolve } = names({ 'evil.test': ['127.0.0.1'] })
    const targets = [
      `http://127.0.0.1:${secret.port}/`,
      'http://evil.test/',
      'http://[::ffff:127.0.0.1]/',
      'file:///etc/passwd',
      'http://169.254.169.254/',
    ]
    for (const target of targets) {
      const local = await site((_, response) => response.writeHead(302, { location: target }).end())
      const fetched = openWeb(resolve)({ url: local.url, rules: { hosts: [], trusted: [local.place] }, signal })
      await expect(fetched).rejects.toMatchObject({ code: 'denied' })
    }
    expect(secret.asked).toEqual([])
  })

  test('redirects on allowed ground are followed, but not for ever', async () => {
    const local = await site((request, response) => {
      if (request.url === '/a') response.writeHead(301, { location: '/b' }).end()
      else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end()
      else response.end('arrived')
    })
    const rules = { hosts: [], trusted: [local.place] }
    await expect(openWeb()({ url: `${local.url}/a`, rules, signal })).resolves.toMatchObject({ url: `${local.url}/b`, text: 'arrived' })
    await expect(openWeb()({ url: `${local.url}/loop`, rules, signal })).rejects.toThrow(/redirected more than 5 times/)
  })

  test('a key is not carried to another host by a redirect', async () => {
    const other = await site((_, response) => response.end('thanks'))
    const local = await site((_, response) => response.writeHead(307, { location: other.url }).end())
    const rules = { hosts: [], trusted: [local.place, other.place] }
    const fetched = openWeb()({ url: local.url, rules, signal, headers: { authorization: 'Bearer secret' } })
    await expect(fetched).rejects.toMatchObject({ code: 'denied' })
    expect(other.asked).toEqual([])
  })

  test('only the hosts that the user named, where some are named', async () => {
    const rules = { hosts: ['example.org', '*.python.org'], trusted: [] }
    for (const url of [
      'https://example.com/',
      'https://www.example.org/',
      'https://python.org/',
      'https://evilpython.org/',
      'https://example.org.evil.com/',
    ]) {
      await expect(openWeb()({ url, rules, signal })).rejects.toThrow(/is not among the hosts/)
    }
  })
})

describe('B10 what comes back is limited', () => {
  test('of a body of 1 GB, two million bytes are read and the rest is not waited for', async () => {
    const piece = Buffer.alloc(1_000_000, 'x')
    let sent = 0
    const local = await site((_, response) => {
      response.setHeader('content-type', 'text/plain')
      const send = (): void => {
        while (sent < 1_000_000_000 && !response.destroyed) {
          sent += piece.length
          if (!response.write(piece)) {
            response.once('drain', send)
            return
          }
        }
      }
      send()
    })
    const page = await openWeb()({ url: local.url, rules: { hosts: [], trusted: [local.place] }, signal })
    expect(page).toMatchObject({ cut: true })
    expect(page.text).toHaveLength(2_000_000)
    expect(sent).toBeLessThan(50_000_000)
  })

  test('a small answer that unpacks to a large one is cut as well', async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000, 'a'))
    const local = await site((_, response) =>
      response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end(bomb),
    )
    const page = await openWeb()({ url: local.url, rules: { hosts: [], trusted: [local.place] }, signal })
    expect(page.cut).toBe(true)
    expect(page.text).toHaveLength(2_000_000)
  })

  test('one that never answers ends with its signal', async () => {
    const asking = new AbortController()
    const local = await site(() => asking.abort(new Error('stopped by the user')))
    const fetched = openWeb()({ url: local.url, rules: { hosts: [], trusted: [local.place] }, signal: asking.signal })
    await expect(fetched).rejects.toThrow('stopped by the user')
  })

  test('what is no text is not read, and an error says what the server said', async () => {
    const picture = await site((_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x'))
    const failing = await site((_, response) => response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Closed</h1> for today'))
    const rules = { hosts: [], trusted: [picture.place, failing.place] }
    await expect(openWeb()({ url: picture.url, rules, signal })).rejects.toThrow(/is image\/png; only text is read/)
    await expect(openWeb()({ url: failing.url, rules, signal })).rejects.toThrow(/answered 503: Closed for today/)
  })
})
