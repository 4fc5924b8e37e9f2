import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ErrorCode } from '../../../src/shared/errors.ts'
import type { Fault } from '../../support/vendor-server/script.ts'
import { startVendorServer, type VendorServer } from '../../support/vendor-server/vendor-server.ts'
import { askVendor, KEY, question, VENDORS } from '../ask-vendor.ts'

let server: VendorServer
beforeAll(async () => {
  server = await startVendorServer()
})
afterEach(() => server.clear())
afterAll(() => server.close())

const status = (number: number, rest: Partial<Extract<Fault, { type: 'status' }>> = {}): Fault => ({
  type: 'status',
  status: number,
  ...rest,
})

type Row = readonly [what: string, fault: Fault, code: ErrorCode, more: Readonly<Record<string, unknown>>]

const BEFORE_THE_ANSWER: readonly Row[] = [
  ['429 with retry-after', status(429, { retryAfter: 7 }), 'rate-limited', { status: 429, retryAfterMs: 7000, retryable: true }],
  ['429 with retry-after-ms', status(429, { retryAfterMs: 250 }), 'rate-limited', { retryAfterMs: 250 }],
  ['429 with an empty account', status(429, { code: 'insufficient_quota' }), 'out-of-credit', { retryable: false }],
  ['402', status(402), 'out-of-credit', { retryable: false }],
  ['500', status(500), 'vendor-error', { status: 500, retryable: true }],
  ['529', status(529), 'vendor-error', { status: 529, retryable: true }],
  ['401 that echoes the key', status(401, { message: `Bad key ${KEY}` }), 'wrong-key', { status: 401, retryable: false }],
  ['403', status(403, { message: `Key ${KEY} may not` }), 'forbidden', { status: 403, retryable: false }],
  ['400', status(400, { message: 'Too many tokens in prompt' }), 'bad-request', { status: 400, retryable: false }],
  ['404 for a model', status(404, { message: 'The model does not exist' }), 'unknown-model', { status: 404, retryable: false }],
  ['413', status(413), 'bad-request', { status: 413, retryable: false }],
  ['a page in HTML', { type: 'content-type', contentType: 'text/html', body: '<html>Sign in</html>' }, 'malformed', {}],
  [
    'an error as JSON with status 200',
    { type: 'content-type', contentType: 'application/json', body: `{"error":{"code":429,"message":"Slow down ${KEY}"}}` },
    'rate-limited',
    { retryable: true },
  ],
  ['a connection closed without an answer', { type: 'close' }, 'unreachable', { retryable: true }],
]

const INSIDE_THE_ANSWER: readonly Row[] = [
  ['a connection reset after three chunks', { type: 'cut', afterChunks: 3 }, 'cut', { retryable: true }],
  ['a stream that ends without its final marker', { type: 'end-early', afterChunks: 3 }, 'cut', { retryable: true }],
  ['an event that is not JSON', { type: 'malformed', afterChunks: 3 }, 'malformed', { retryable: true }],
  ['an error event', { type: 'error-event', afterChunks: 3, message: 'Overloaded' }, 'vendor-error', { retryable: true }],
]

describe.each(VENDORS)('$name when things go wrong', (vendor) => {
  test.each(BEFORE_THE_ANSWER)('%s is told as what it is, without the key', async (_what, fault, code, more) => {
    server.script({}, { text: 'never', fault })
    const { error } = await askVendor(server, vendor)
    expect(error).toMatchObject({ code, ...more })
    expect(error?.message).toContain(vendor.name)
    expect(JSON.stringify(error?.toInfo()) + String(error?.stack)).not.toContain(KEY)
  })

  test.each(INSIDE_THE_ANSWER)('%s keeps the text that came before it', async (_what, fault, code, more) => {
    server.script({}, { text: 'one two three four five six', chunkSize: 4, fault })
    const { error, heard } = await askVendor(server, vendor)
    expect(error).toMatchObject({ code, ...more })
    expect(heard.text).toBe('one two thre')
  })

  test('a key with characters that no key has is refused before it is sent, and not quoted', async () => {
    const { error } = await askVendor(server, vendor, question(), { key: '“sk-pasted from a page”' })
    expect(error).toMatchObject({ code: 'wrong-key' })
    expect(String(error?.stack)).not.toContain('pasted')
    expect(server.requests).toHaveLength(0)
  })

  test('nobody at the address is told with the address', async () => {
    const gone = await startVendorServer()
    await gone.close()
    const { error } = await askVendor(gone, vendor)
    expect(error).toMatchObject({ code: 'unreachable', retryable: true })
    expect(error?.message).toContain('ECONNREFUSED')
    expect(error?.message).toContain(gone.url)
  })

  test('is asked once: the SDK does not try again by itself', async () => {
    server.script({}, { fault: { type: 'status', status: 500 } })
    await askVendor(server, vendor)
    expect(server.requests).toHaveLength(1)
  })

  test('a vendor that never answers can be cancelled', async () => {
    server.script({}, { fault: { type: 'hang' } })
    const stop = new AbortController()
    const asked = askVendor(server, vendor, question(), { signal: stop.signal })
    await expect.poll(() => server.requests.length).toBe(1)
    stop.abort(new Error('The window was closed.'))
    expect((await asked).error).toMatchObject({ code: 'cancelled' })
    await expect.poll(() => server.requests[0]?.aborted).toBe(true)
  })
})
