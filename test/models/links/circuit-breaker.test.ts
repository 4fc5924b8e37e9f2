import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/main/kernel/clock.ts'
import { circuitBreaker } from '../../../src/main/models/links/circuit-breaker.ts'
import type { ModelRegistry } from '../../../src/main/models/model-registry.ts'
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
    const ask = roadTo(registry, [circuitBreaker(registry, systemClock)])
    server.script({ vendor: 'openai' }, failing(500))
    await times(5, () => ask(requestTo('openai/gpt-5')))
    const { error } = await ask(requestTo('openai/gpt-4.1'))
    expect(error).toMatchObject({ code: 'circuit-open', retryable: true })
    expect(error?.message).toMatch(/^OpenAI failed 5 times in a row and rests for another (19|20) s\./)
    expect(error?.retryAfterMs).toBeGreaterThan(18_000)
    expect(server.requests).toHaveLength(5)
  })

  test('other endpoints go on', async () => {
    const ask = roadTo(registry, [circuitBreaker(registry, systemClock)])
    server.script({ vendor: 'openai' }, failing(500))
    await times(5, () => ask(requestTo('openai/gpt-5')))
    expect((await ask(requestTo('google/gemini-2.5-pro'))).error).toBeNull()
  })

  test.each([401, 400, 429])('%d is not the endpoint’s failure', async (status) => {
    const ask = roadTo(registry, [circuitBreaker(registry, systemClock)])
    server.script({}, failing(status))
    await times(7, () => ask(requestTo('openai/gpt-5')))
    expect(server.requests).toHaveLength(7)
  })

  test('a success in between starts the count anew', async () => {
    const ask = roadTo(registry, [circuitBreaker(registry, systemClock)])
    server.script({}, [...Array.from({ length: 4 }, () => failing(500)), { text: 'ok' }, failing(500)])
    await times(9, () => ask(requestTo('openai/gpt-5')))
    expect(server.requests).toHaveLength(9)
  })

  test('after its rest one call tries, and a success opens the way', async () => {
    const ask = roadTo(registry, [circuitBreaker(registry, systemClock, { restMs: 100 })])
    server.script({}, [...Array.from({ length: 5 }, () => failing(503)), { text: 'back' }])
    await times(6, () => ask(requestTo('openai/gpt-5')))
    await expect.poll(async () => (await ask(requestTo('openai/gpt-5'))).answer?.text).toBe('back')
    expect((await ask(requestTo('openai/gpt-5'))).answer?.text).toBe('back')
  })
})
