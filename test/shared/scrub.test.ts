import { describe, expect, test } from 'vitest'
import { scrub } from '../../src/shared/scrub.ts'

describe('F1 texts for logs and errors', () => {
  test.each([
    'sk-proj-0123456789abcdefghij',
    'sk-ant-api03-0123456789_abc-DEF',
    'sk-or-v1-0123456789abcdef',
    'AIzaSyA-0123456789abcdefghijklmnopqrstu',
    'pplx-0123456789abcdefghijk',
    'xai-0123456789abcdefghijk',
    'gsk_0123456789abcdefghijk',
    'sk-proj-abcd********wxyz',
    'sk-ant-***wxyz',
    'gsk_…wxyz',
    'AIza...wxyz',
  ])('lose what has the form of a key: %s', (key) => {
    for (const text of [`Incorrect API key provided: ${key}.`, `{"error":"${key}"}`, `https://host/v1?key=${key}&x=1`]) {
      expect(scrub(text)).not.toContain(key.slice(4))
      expect(scrub(text)).toContain('[key removed]')
    }
  })

  test.each([
    ['Authorization: Bearer abcdefgh12345678', 'Authorization: Bearer [key removed]'],
    ['"x-api-key": "mistralkey0123456789"', '"x-api-key": "[key removed]"'],
    ['api_key=0123456789abcdef0123&model=x', 'api_key=[key removed]&model=x'],
  ])('lose what a header or an address carries: %s', (text, clean) => {
    expect(scrub(text)).toBe(clean)
  })

  test('lose known secrets of any form, also as addresses write them', () => {
    expect(scrub('refused p/ss+word! at ?k=p%2Fss%2Bword!', ['p/ss+word!'])).toBe('refused [key removed] at ?k=[key removed]')
  })

  test('keep everything else', () => {
    const text = 'The task-force asked gpt-5 and claude-sonnet-4 for a key to the risk-averse market; tokens: 12.'
    expect(scrub(text, ['', 'a', 'key'])).toBe(text)
  })
})
