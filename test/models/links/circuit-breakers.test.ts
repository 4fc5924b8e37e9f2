import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/main/kernel/clock.ts'
import { CircuitBreakers } from '../../../src/main/models/links/circuit-breakers.ts'
import type { ModelRegistry } from '../../../src/main/models/model-registry.ts'
import type { BreakerHealth } from '../../../src/shared/breaker-health.ts'
import { TuttiError } from '../../../src/shared/errors.ts'
import { ProviderId } from '../../../src/shared/ids.ts'
import type { Fault } from '../../support/vendor-server/script.ts'
import { startVendorServer, type VendorServer } from '../../support/vendor-server/vendor-server.ts'
import { registryAt, requestTo, roadTo } from './vendor-road.ts'

let server: VendorServer
let registry: ModelRegistry
beforeAll(async () => {
  server = await startVendorServer()
  registry = await registryAt(server)
})
afterEach(() => server.clear())
afterAll(() => server.close())

const failing = (status: number): { fault: Fault } => ({ fault: { type: 'status', status } })
const times = async (count: number, ask: () => Promise<unknown>) => {
  for (let done = 0; done < count; done++) await ask()
}

describe('an endpoint that keeps failing rests', () => {
  test('after five failures in a row nothing is sent, and the message says for how long', async () => {
    const ask = roadTo(registry, [new CircuitBreakers({ registry, clock: systemClock }).link])
    server.script({ vendor: 'openai' }, failing(500))
    await times(5, () => ask(requestTo('openai/gpt-5')))
    const { error } = await ask(requestTo('openai/gpt-4.1'))
    expect(error).toMatchObject({ code: 'circuit-open', retryable: true })
    expect(error?.message).toMatch(/^OpenAI failed 5 times in a row and rests for another (19|20) s\./)
    expect(error?.retryAfterMs).toBeGreaterThan(18_000)
    expect(server.requests).toHaveLength(5)
  })

  test('other endpoints go on', async () => {
    const ask = roadTo(registry, [new CircuitBreakers({ registry, clock: systemClock }).link])
    server.script({ vendor: 'openai' }, failing(500))
    await times(5, () => ask(requestTo('openai/gpt-5')))
    expect((await ask(requestTo('google/gemini-2.5-pro'))).error).toBeNull()
  })

  test.each([401, 400, 429])('%d is not the endpoint’s failure', async (status) => {
    const ask = roadTo(registry, [new CircuitBreakers({ registry, clock: systemClock }).link])
    server.script({}, failing(status))
    await times(7, () => ask(requestTo('openai/gpt-5')))
    expect(server.requests).toHaveLength(7)
  })

  test('a success in between starts the count anew', async () => {
    const ask = roadTo(registry, [new CircuitBreakers({ registry, clock: systemClock }).link])
    server.script({}, [...Array.from({ length: 4 }, () => failing(500)), { text: 'ok' }, failing(500)])
    await times(9, () => ask(requestTo('openai/gpt-5')))
    expect(server.requests).toHaveLength(9)
  })

  test('what it does is told and can be read: it rests, one call tries, it is well again', async () => {
    const told: BreakerHealth[] = []
    const breakers = new CircuitBreakers({ registry, clock: systemClock, restMs: 100, onChange: (id) => told.push(breakers.health(id)) })
    const ask = roadTo(registry, [breakers.link])
    const openai = ProviderId.parse('openai')
    expect(breakers.health(openai)).toEqual({ state: 'closed', since: null, failures: 0, lastFailure: null, retryAt: null })
    server.script({}, [...Array.from({ length: 5 }, () => failing(503)), { text: 'back' }])
    await times(2, () => ask(requestTo('openai/gpt-5')))
    expect(breakers.health(openai)).toMatchObject({ state: 'closed', failures: 2 })
    await times(3, () => ask(requestTo('openai/gpt-5')))
    const open = breakers.health(openai)
    expect(open).toMatchObject({ state: 'open', retryAt: (open.since ?? 0) + 100 })
    expect(open.lastFailure).toContain('OpenAI')
    await expect.poll(async () => (await ask(requestTo('openai/gpt-5'))).answer?.text).toBe('back')
    expect(told.map(({ state }) => state)).toEqual(['open', 'half-open', 'closed'])
    expect(breakers.health(openai)).toMatchObject({ state: 'closed', failures: 0, retryAt: null })
  })

  test('a call that waits for the one that tries ends at once when it is stopped', async () => {
    const ask = roadTo(registry, [new CircuitBreakers({ registry, clock: systemClock, restMs: 0 }).link])
    server.script({}, [...Array.from({ length: 5 }, () => failing(503)), { fault: { type: 'hang' } }])
    await times(5, () => ask(requestTo('openai/gpt-5')))
    const trying = new AbortController()
    const tries = ask(requestTo('openai/gpt-5'), trying.signal)
    await expect.poll(() => server.requests.length).toBe(6)
    const waiting = new AbortController()
    const waits = ask(requestTo('openai/gpt-5'), waiting.signal)
    waiting.abort(new TuttiError('cancelled', 'Stopped by you.'))
    expect((await waits).error?.code).toBe('cancelled')
    expect(server.requests).toHaveLength(6)
    trying.abort(new TuttiError('cancelled', 'Stopped by you.'))
    await tries
  })

  test('a try that is stopped says nothing: the endpoint rests on', async () => {
    const breakers = new CircuitBreakers({ registry, clock: systemClock, restMs: 0 })
    const ask = roadTo(registry, [breakers.link])
    server.script({}, [...Array.from({ length: 5 }, () => failing(503)), { fault: { type: 'hang' } }])
    await times(5, () => ask(requestTo('openai/gpt-5')))
    const stop = new AbortController()
    const tried = ask(requestTo('openai/gpt-5'), stop.signal)
    await expect.poll(() => server.requests.length).toBe(6)
    stop.abort(new TuttiError('cancelled', 'Stopped by you.'))
    expect((await tried).error?.code).toBe('cancelled')
    expect(breakers.health(ProviderId.parse('openai')).state).toBe('open')
  })

  test('after its rest one call tries, and a success opens the way', async () => {
    const ask = roadTo(registry, [new CircuitBreakers({ registry, clock: systemClock, restMs: 100 }).link])
    server.script({}, [...Array.from({ length: 5 }, () => failing(503)), { text: 'back' }])
    await times(6, () => ask(requestTo('openai/gpt-5')))
    await expect.poll(async () => (await ask(requestTo('openai/gpt-5'))).answer?.text).toBe('back')
    expect((await ask(requestTo('openai/gpt-5'))).answer?.text).toBe('back')
  })
})
