import { describe, expect, test } from 'vitest'
import { familyCapabilities, isChatModel, takesTemperature } from '../../../src/main/models/catalogue/families.ts'

describe('what a model takes, by its family', () => {
  test.each([
    ['gpt-5', false],
    ['gpt-6-sol', false],
    ['o3', false],
    ['gpt-4.1', true],
    ['gpt-5-chat-latest', true],
  ] as const)('OpenAI %s takes a temperature: %s', (id, takes) => {
    expect(familyCapabilities('openai', id).includes('temperature')).toBe(takes)
  })

  test.each([
    ['claude-3-haiku-20240307', true],
    ['claude-3-5-sonnet-latest', true],
    ['claude-sonnet-4-20250514', true],
    ['claude-opus-4-1-20250805', true],
    ['claude-haiku-4-5-20251001', true],
    ['claude-opus-4-6', true],
    ['claude-opus-4-7', false],
    ['claude-opus-5', false],
    ['claude-sonnet-5-5', false],
    ['claude-fable-5', false],
  ] as const)('%s takes a temperature: %s', (id, takes) => {
    expect(takesTemperature(id)).toBe(takes)
  })

  test.each([
    'text-embedding-3-small',
    'whisper-1',
    'gpt-image-1',
    'gpt-4o-mini-tts',
    'omni-moderation-latest',
    'gemini-2.5-flash-image',
    'veo-3',
    'gpt-3.5-turbo-instruct',
    'o3-deep-research',
    'gemini-live-2.5-flash',
  ])('%s does not answer in words and is left out', (id) => {
    expect(isChatModel(id)).toBe(false)
  })

  test.each([
    'gpt-5-mini',
    'claude-opus-5-5',
    'gemini-3.8-flash',
    'sonar-pro',
    'sonar-deep-research',
    'llama-3.1-8b-instant',
    'meta-llama/llama-4-scout',
  ])('%s is kept', (id) => {
    expect(isChatModel(id)).toBe(true)
  })
})
