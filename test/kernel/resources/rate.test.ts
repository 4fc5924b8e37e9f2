import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Rate } from '../../../src/main/kernel/resources/rate.ts'
import { readRateHeaders } from '../../../src/main/kernel/resources/rate-headers.ts'
import { Resources } from '../../../src/main/kernel/resources/resources.ts'
import { VirtualClock } from '../../support/virtual-clock.ts'

describe('E4 rate limits', () => {
  test('never more than the limit in any minute, nothing later than it must be, all in the order asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.record({ gapMs: fc.integer({ min: 0, max: 20_000 }), amount: fc.integer({ min: 1, max: 20 }) }), { maxLength: 30 }),
        async (limit, asked) => {
          const clock = new VirtualClock()
          const resources = new Resources(clock)
          resources.allow('tokens', limit)
          const went: { at: number; amount: number }[] = []
          const waiting: Promise<void>[] = []
          for (const { gapMs, amount } of asked) {
            await clock.sleep(gapMs)
            waiting.push(
              resources.hold([{ name: 'tokens', amount: Math.min(limit, amount) }], {}, async () => {
                went.push({ at: clock.now(), amount: Math.min(limit, amount) })
              }),
            )
          }
          await Promise.all(waiting)
          expect(went.map(({ amount }) => amount)).toEqual(asked.map(({ amount }) => Math.min(limit, amount)))
          for (const { at } of went) {
            const inWindow = went.filter((other) => other.at > at - 60_000 && other.at <= at)
            expect(inWindow.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(limit)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('the wait is told with the time at which there is room', async () => {
    const clock = new VirtualClock()
    const resources = new Resources(clock)
    resources.allow('requests', 1)
    const waits: unknown[] = []
    const ask = () => resources.acquire([{ name: 'requests', amount: 1 }], { onWait: (wait) => waits.push(wait) })
    await ask()
    await clock.sleep(20_000)
    await ask()
    expect(clock.now()).toBe(60_000)
    expect(waits).toEqual([{ resource: 'requests', ahead: 1, until: 60_000 }])
  })

  test('an estimate that was too high is given back as soon as the count is known', async () => {
    const clock = new VirtualClock()
    const resources = new Resources(clock)
    resources.allow('tokens', 1000)
    const first = await resources.acquire([{ name: 'tokens', amount: 900 }])
    const second = resources.acquire([{ name: 'tokens', amount: 600 }])
    first.used('tokens', 300)
    await second
    expect(clock.now()).toBe(0)
    expect(resources.rate('tokens').left(0)).toBe(100)
  })

  test('what is corrected after its minute changes nothing', () => {
    const rate = new Rate(10)
    const taken = rate.take(4, 0)
    expect(rate.left(60_000)).toBe(10)
    taken.correct(9)
    expect(rate.left(60_000)).toBe(10)
  })

  test('a request above the whole limit goes alone instead of never', async () => {
    const rate = new Rate(100)
    expect(rate.waitMs(500, 0)).toBe(0)
    rate.take(1, 0)
    expect(rate.waitMs(500, 10)).toBe(59_990)
  })

  test('what others have spent on the same account counts until the vendor’s reset', () => {
    const rate = new Rate(Number.POSITIVE_INFINITY)
    rate.take(10, 0)
    rate.learn({ limit: 60, remaining: 20, resetAt: 30_000, windowMs: 60_000 }, 0)
    expect(rate.left(0)).toBe(20)
    expect(rate.waitMs(21, 0)).toBe(30_000)
    expect(rate.left(30_000)).toBe(50)
  })
})

describe('E4 limits learned from headers', () => {
  const NOW = Date.UTC(2026, 0, 1)
  const read = (headers: Record<string, string>) => readRateHeaders(new Headers(headers), NOW)

  test('OpenAI: stretches of time', () => {
    expect(
      read({
        'x-ratelimit-limit-requests': '60',
        'x-ratelimit-remaining-requests': '59',
        'x-ratelimit-reset-requests': '1s',
        'x-ratelimit-limit-tokens': '150000',
        'x-ratelimit-remaining-tokens': '149984',
        'x-ratelimit-reset-tokens': '6ms',
      }),
    ).toEqual({
      requests: { limit: 60, remaining: 59, resetAt: NOW + 1000, windowMs: 60_000 },
      tokens: { limit: 150_000, remaining: 149_984, resetAt: NOW + 6, windowMs: 60_000 },
    })
  })

  test('Groq: requests by the day under the same name', () => {
    const { requests } = read({
      'x-ratelimit-limit-requests': '14400',
      'x-ratelimit-remaining-requests': '14370',
      'x-ratelimit-reset-requests': '2m59.56s',
    })
    expect(requests).toEqual({ limit: 14_400, remaining: 14_370, resetAt: NOW + 179_560, windowMs: 86_400_000 })
  })

  test('Anthropic: dates', () => {
    const { requests, tokens } = read({
      'anthropic-ratelimit-requests-limit': '50',
      'anthropic-ratelimit-requests-remaining': '50',
      'anthropic-ratelimit-requests-reset': '2026-01-01T00:00:00Z',
      'anthropic-ratelimit-tokens-limit': '90000',
      'anthropic-ratelimit-tokens-remaining': '45000',
      'anthropic-ratelimit-tokens-reset': '2026-01-01T00:00:30Z',
    })
    expect(requests).toEqual({ limit: 50, remaining: 50, resetAt: NOW, windowMs: null })
    expect(tokens).toEqual({ limit: 90_000, remaining: 45_000, resetAt: NOW + 30_000, windowMs: 60_000 })
  })

  test.each([
    ['nothing', {}],
    ['a limit without the rest', { 'x-ratelimit-limit-requests': '60' }],
    ['words', { 'x-ratelimit-limit-requests': 'many', 'x-ratelimit-remaining-requests': 'some', 'x-ratelimit-reset-requests': 'soon' }],
    ['a limit of none', { 'x-ratelimit-limit-requests': '0', 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '1s' }],
  ])('%s teaches nothing', (_, headers) => {
    expect(read(headers)).toEqual({ requests: null, tokens: null })
  })
})
