import { afterEach, describe, expect, it, vi } from 'vitest'
import { reconnectDelay } from '../../../src/renderer/state/back-off.ts'
import { exchangeCode, keptToken, takeCode } from '../../../src/renderer/state/token.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  keptToken.forget()
  history.replaceState(null, '', '/')
})

describe('D8 getting in', () => {
  it('takes the one-time code out of the address at once', () => {
    location.hash = '#code=abc_123-X'
    expect(takeCode()).toBe('abc_123-X')
    expect(location.href).not.toContain('abc_123')
    expect(takeCode()).toBeNull()
  })

  it('sends the code in a body, never in an address, and takes the token', async () => {
    const asked: { url: string; body: unknown }[] = []
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      asked.push({ url, body: init.body })
      return Response.json({ token: 'a-token' })
    })
    expect(await exchangeCode('abc', new AbortController().signal)).toBe('a-token')
    expect(asked).toEqual([{ url: '/session', body: '{"code":"abc"}' }])
  })

  it('has no token where the code was used, and none where the answer is not one', async () => {
    const answers = [Response.json({ error: 'used' }, { status: 401 }), Response.json({ token: '' }), Response.json([])]
    vi.stubGlobal('fetch', async () => answers.shift())
    for (let answer = 0; answer < 3; answer++) expect(await exchangeCode('abc', new AbortController().signal)).toBeNull()
  })

  it('keeps the token for this page alone', () => {
    keptToken.write('a-token')
    expect(Object.values({ ...sessionStorage })).toContain('a-token')
    expect(localStorage).toHaveLength(0)
    expect(document.cookie).toBe('')
  })
})

describe('a lost connection is made again', () => {
  it('waits longer each time, five seconds at most', () => {
    expect([1, 2, 3, 4, 5, 6, 9].map(reconnectDelay)).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000])
  })
})
