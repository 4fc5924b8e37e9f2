import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Latencies } from '../../../src/main/kernel/latencies.ts'
import { settle } from '../../../src/main/models/links/settle.ts'
import { startVendorServer, type VendorServer } from '../../support/vendor-server/vendor-server.ts'
import { registryAt, requestTo, roadTo } from './vendor-road.ts'

let server: VendorServer
let ask: ReturnType<typeof roadTo>
beforeAll(async () => {
  server = await startVendorServer()
  const price = { inputPerMillion: 10, outputPerMillion: 100, source: 'user' as const }
  const registry = await registryAt(server, { prices: { 'groq/custom': price } })
  ask = roadTo(registry, [settle(registry, new Latencies())], 300)
})
afterEach(() => server.clear())
afterAll(() => server.close())

const usage = { input: 1000, cacheRead: 0, cacheWrite: 0, output: 100, reasoning: 100 }

describe('a call is priced when it ends', () => {
  test('from the price list', async () => {
    server.script({}, { text: 'Yes.', usage })
    expect((await ask(requestTo('openai/gpt-5'))).answer?.costMicros).toBe(1250 + 2000)
  })

  test('by the user’s own price before the list’s', async () => {
    server.script({}, { text: 'Yes.', usage })
    expect((await ask(requestTo('groq/custom'))).answer?.costMicros).toBe(10_000 + 20_000)
  })

  test('at nothing on this computer', async () => {
    server.script({}, { text: 'Yes.', usage })
    expect((await ask(requestTo('ollama/llama3.1:8b'))).answer?.costMicros).toBe(0)
  })

  test('not at all where no price is known, which is not zero', async () => {
    server.script({}, { text: 'Yes.', usage })
    expect((await ask(requestTo('openai/gpt-99-imaginary'))).answer?.costMicros).toBeNull()
  })

  test('at what the vendor says it billed, where it does', async () => {
    server.script({}, { text: 'Yes.', usage, costDollars: 0.0421 })
    expect((await ask(requestTo('perplexity/sonar-pro'))).answer).toMatchObject({ costMicros: 42_100, vendorCostMicros: 42_100 })
  })

  test('also where it broke off: what was sent and what arrived is billed', async () => {
    server.script({}, { text: 'x'.repeat(80), chunkSize: 20, fault: { type: 'cut', afterChunks: 2 } })
    const { error, attempt } = await ask(requestTo('groq/custom', { system: 's'.repeat(400) }))
    expect(error?.code).toBe('cut')
    expect(attempt.usage).toMatchObject({ output: 10, estimated: true })
    expect(attempt.costMicros).toBe((attempt.usage?.input ?? 0) * 10 + 1000)
    expect(attempt.usage?.input).toBeGreaterThanOrEqual(100)
  })

  test('at nothing where the vendor turned it away', async () => {
    server.script({}, { fault: { type: 'status', status: 500 } })
    expect((await ask(requestTo('perplexity/sonar-pro'))).attempt.costMicros).toBe(0)
  })
})
