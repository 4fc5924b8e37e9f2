import { describe, expect, test } from 'vitest'
import type { Connection } from '../../src/main/models/adapter.ts'
import { retryAfterMs, retryDelayMs } from '../../src/main/models/retry-after.ts'
import { codeOfStatus, quoteOf, statusError } from '../../src/main/models/vendor-error.ts'

const KEY = 'sk-ant-api03-secretsecretsecret'
const connection: Connection = { baseUrl: null, key: KEY, name: 'Anthropic' }
const answered = (status: number, body: string, headers: Record<string, string> = {}) =>
  statusError(connection, 'claude-opus-5-5', { status, body, headers: new Headers(headers) }, Date.UTC(2026, 0, 1))

describe('what a vendor’s answer means', () => {
  test.each([
    [400, '{"error":{"type":"invalid_request_error","message":"Your credit balance is too low"}}', 'out-of-credit'],
    [429, '{"error":{"code":"insufficient_quota"}}', 'out-of-credit'],
    [429, '{"error":{"status":"RESOURCE_EXHAUSTED","message":"You exceeded your current quota, please check your plan"}}', 'rate-limited'],
    [400, '{"error":{"status":"INVALID_ARGUMENT","message":"API key not valid. Pass a valid API key."}}', 'wrong-key'],
    [400, '{"error":{"message":"Invalid model \'sonnar\'."}}', 'unknown-model'],
    [404, '{"error":{"message":"models/gemini-9 is not found"}}', 'unknown-model'],
    [404, 'Not Found', 'bad-request'],
    [422, '{"error":{"message":"messages: too few"}}', 'bad-request'],
    [408, '', 'vendor-error'],
    [529, '{"error":{"type":"overloaded_error"}}', 'vendor-error'],
  ])('%d %s is %s', (status, body, code) => {
    expect(codeOfStatus(status, body)).toBe(code)
  })

  test('a sentence says who, what and the remedy, and quotes the vendor', () => {
    expect(answered(400, '{"error":{"message":"max_tokens: too \\"large\\""}}').message).toBe(
      'Anthropic did not accept the request (400). Anthropic says: max_tokens: too "large"',
    )
    expect(answered(401, '{}').message).toBe(
      "Anthropic refused this key (401). Check that it is copied whole, or make a new one in Anthropic's console.",
    )
    expect(answered(404, '{"error":{"message":"model: claude-opus-5-5"}}').message).toContain('no model claude-opus-5-5 (404)')
    expect(answered(404, '<html>nginx</html>').message).toContain('Check its base address')
  })

  test('no error carries the key, whole or starred out', () => {
    for (const status of [400, 401, 403, 429, 500]) {
      const error = answered(status, `{"error":{"message":"Key ${KEY} or sk-ant-***cret is bad"}}`)
      expect(JSON.stringify(error.toInfo())).not.toMatch(/secret|sk-ant/)
    }
  })

  test('an HTML page is not quoted', () => {
    expect(quoteOf('<html>502 Bad Gateway</html>')).toBeNull()
    expect(quoteOf('upstream connect error')).toBe('upstream connect error')
  })
})

describe('how long a vendor wants us to wait', () => {
  const now = Date.UTC(2026, 0, 1, 12, 0, 0)
  test.each([
    [{ 'retry-after': '3' }, 3000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after-ms': '120', 'retry-after': '9' }, 120],
    [{ 'retry-after': 'Thu, 01 Jan 2026 12:00:20 GMT' }, 20_000],
    [{ 'retry-after': 'Thu, 01 Jan 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('%j', (headers, ms) => {
    expect(retryAfterMs(new Headers(Object.entries(headers)), now)).toBe(ms)
  })

  test('Google says it in the body', () => {
    expect(retryDelayMs('{"details":[{"retryDelay": "34.5s"}]}')).toBe(34_500)
    expect(answered(429, '{"error":{"details":[{"retryDelay":"34s"}]}}').retryAfterMs).toBe(34_000)
  })
})
