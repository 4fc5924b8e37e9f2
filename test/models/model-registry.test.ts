import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createModelRegistry, NO_RECORDS } from '../../src/main/models/model-registry.ts'
import { ModelRef, ProviderId } from '../../src/shared/ids.ts'
import { startVendorServer, type VendorServer } from '../support/vendor-server/vendor-server.ts'
import { providerAt, registryAt, requestTo } from './links/vendor-road.ts'

let server: VendorServer
beforeAll(async () => {
  server = await startVendorServer()
})
afterEach(() => server.clear())
afterAll(() => server.close())

const ref = (text: string) => ModelRef.parse(text)
const listed = { openai: [{ id: 'gpt-5' }, { id: 'gpt-5-mini' }, { id: 'gpt-5-2025-08-07' }], groq: [{ id: 'home-made' }] }

describe('the catalogue', () => {
  test('a listed model has its capabilities, context window and dated price', async () => {
    const registry = await registryAt(server, { listed })
    expect(registry.info(ref('openai/gpt-5'))).toMatchObject({
      id: 'gpt-5',
      origin: 'listed',
      enabled: true,
      contextWindow: 400_000,
      price: { inputPerMillion: 1.25, since: '2026-09-23', source: 'list' },
    })
    expect(registry.info(ref('openai/gpt-5')).capabilities).toContain('reasoning')
  })

  test('what nobody has a price for has none; what runs here is free', async () => {
    const registry = await registryAt(server, { listed })
    expect(registry.info(ref('groq/home-made')).price).toBeNull()
    expect(registry.quote(requestTo('groq/home-made'))).toBeNull()
    expect(registry.info(ref('ollama/llama3.1:8b')).price).toMatchObject({ inputPerMillion: 0, source: 'free' })
    expect(registry.quote(requestTo('ollama/llama3.1:8b'))?.atMostMicros).toBe(0)
  })

  test('the user’s price and choice come first', async () => {
    const price = { inputPerMillion: 1, outputPerMillion: 2, source: 'user' as const }
    const registry = await registryAt(server, { listed, prices: { 'openai/gpt-5': price }, enabled: { 'openai/gpt-5': false } })
    expect(registry.info(ref('openai/gpt-5'))).toMatchObject({ price, enabled: false })
  })

  test('a dated twin of a listed model is off until it is chosen', async () => {
    const registry = await registryAt(server, { listed })
    const openai = registry.all().filter(({ provider }) => provider === 'openai')
    expect(openai.map(({ id, enabled }) => [id, enabled])).toEqual([
      ['gpt-5', true],
      ['gpt-5-mini', true],
      ['gpt-5-2025-08-07', false],
    ])
  })

  test('a typed id stands beside the list', async () => {
    const registry = await registryAt(server, { listed, typed: [ref('openai/gpt-7-preview')] })
    expect(registry.info(ref('openai/gpt-7-preview'))).toMatchObject({ origin: 'typed', price: null, enabled: true })
    expect(registry.all().map((model) => model.ref)).toContain('openai/gpt-7-preview')
  })

  test('an unknown model is named with those that look like it', async () => {
    const registry = await registryAt(server, { listed })
    expect(() => registry.info(ref('openai/gpt5-mini'))).toThrow(
      expect.objectContaining({ code: 'unknown-model', message: expect.stringContaining('Did you mean gpt-5-mini') }),
    )
    expect(() => registry.info(ref('opnai/gpt-5'))).toThrow(
      expect.objectContaining({ code: 'unknown-provider', message: expect.stringContaining('Did you mean openai') }),
    )
  })

  test('a provider that was never listed may have any model', async () => {
    const registry = await registryAt(server)
    expect(registry.info(ref('openrouter/some/model:free'))).toMatchObject({ id: 'some/model:free', origin: 'typed' })
  })

  test('a vendor without a key says where to put one; a local server needs none', async () => {
    const registry = createModelRegistry({
      providers: () => [providerAt(server, 'openai'), providerAt(server, 'ollama')],
      keyOf: () => null,
      records: () => NO_RECORDS,
    })
    expect(() => registry.connectionFor(ref('openai/gpt-5'))).toThrow(
      expect.objectContaining({ code: 'no-key', message: expect.stringContaining('OPENAI_API_KEY') }),
    )
    expect(registry.connectionFor(ref('ollama/llama3.1:8b')).key).toBeNull()
  })

  test('asks a vendor for its models and leaves out those that do not answer in words', async () => {
    const registry = await registryAt(server)
    const models = await registry.refresh(ProviderId.parse('openai'), new AbortController().signal)
    expect(models.map(({ id }) => id)).toEqual(['gpt-5', 'gpt-5-mini', 'gpt-4.1'])
  })

  test('believes a list that says what its models take', async () => {
    server.models('openrouter', [
      {
        id: 'acme/seer',
        name: 'Acme Seer',
        context_length: 32_000,
        top_provider: { max_completion_tokens: 4000 },
        architecture: { input_modalities: ['text', 'image'] },
        supported_parameters: ['tools'],
      },
    ])
    const registry = await registryAt(server)
    const models = await registry.refresh(ProviderId.parse('openrouter'), new AbortController().signal)
    expect(models).toEqual([
      { id: 'acme/seer', label: 'Acme Seer', contextWindow: 32_000, maxOutput: 4000, capabilities: ['text', 'tools', 'images'] },
    ])
  })
})
