import { describe, expect, test } from 'vitest'
import { KNOWN_PROVIDERS, recogniseKey } from '../../../src/main/models/providers/known.ts'
import { Provider } from '../../../src/shared/settings.ts'

const random = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6kL9nP2rS5uX8'

describe('D10 a pasted key is recognised by its form', () => {
  test.each([
    ['openai', `sk-proj-${random}`],
    ['openai', `sk-${random}`],
    ['anthropic', `sk-ant-api03-${random}`],
    ['google', `AIzaSy${random.slice(0, 33)}`],
    ['perplexity', `pplx-${random}`],
    ['xai', `xai-${random}`],
    ['groq', `gsk_${random}`],
    ['openrouter', `sk-or-v1-${random.toLowerCase()}`],
    ['mistral', random.slice(0, 32)],
    ['deepseek', 'sk-0123456789abcdef0123456789abcdef'],
  ])('as one of %s', (provider, key) => {
    expect(recogniseKey(`  ${key}\n`)).toBe(provider)
  })

  test.each(['', 'hello', 'sk-', 'https://example.org', 'sk-short'])('%j is nobody’s', (text) => {
    expect(recogniseKey(text)).toBeNull()
  })
})

describe('ready entries', () => {
  test('each is a valid provider with an id of its own', () => {
    for (const known of KNOWN_PROVIDERS) expect(Provider.safeParse(known).success).toBe(true)
    expect(new Set(KNOWN_PROVIDERS.map(({ id }) => id)).size).toBe(KNOWN_PROVIDERS.length)
  })

  test('local servers are asked one call at a time', () => {
    expect(KNOWN_PROVIDERS.filter(({ local }) => local).map(({ id, concurrency }) => [id, concurrency])).toEqual([
      ['ollama', 1],
      ['lm-studio', 1],
    ])
  })
})
