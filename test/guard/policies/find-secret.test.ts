import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findSecret } from '../../../src/main/guard/policies/find-secret.ts'
import { inEnglish } from '../../../src/shared/sentences/told.ts'

function foundIn(text: string, known: readonly string[] = []): string | null {
  const found = findSecret(text, known)
  return found === null ? null : inEnglish(found)
}

const of = (length: number, letters = 'a1B2c3D4e5') => letters.repeat(Math.ceil(length / letters.length)).slice(0, length)

describe('A7 secrets in what is sent', () => {
  test.each([
    [`sk-ant-api03-${of(40)}`, 'Anthropic key'],
    [`sk-proj-${of(48)}`, 'OpenAI key'],
    [`AIza${of(35)}`, 'Google key'],
    [`pplx-${of(48)}`, 'Perplexity key'],
    [`ghp_${of(36)}`, 'GitHub token'],
    [`github_pat_${of(60)}`, 'GitHub token'],
    [`glpat-${of(20)}`, 'GitLab token'],
    ['AKIAIOSFODNN7EXAMPLE', 'AWS key'],
    [`xoxb-${of(30)}`, 'Slack token'],
    [`sk_live_${of(24)}`, 'Stripe key'],
    [`npm_${of(36)}`, 'npm token'],
  ])('%s is found in a sentence, and named without being given away', (secret, kind) => {
    const found = foundIn(`Why does curl -H "Authorization: Bearer ${secret}" answer 401?`)
    expect(found).toBe(`${kind} …${secret.slice(-4)}`)
    expect(found).not.toContain(secret)
  })

  test('a private key is found by its first line', () => {
    expect(foundIn('see -----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl')).toBe('private key')
    expect(foundIn('-----BEGIN PUBLIC KEY-----\nMIIB')).toBeNull()
  })

  test('a key that is kept is found whatever its form, a short one is not looked for', () => {
    expect(foundIn('my key is hunter2-hunter2-hunter2, help', ['hunter2-hunter2-hunter2'])).toBe('key of yours …ter2')
    expect(foundIn('a demo', ['demo'])).toBeNull()
  })

  test.each([
    'How do I rotate an sk- key of OpenAI?',
    'The sk-learn-based-classifier-for-text-documents package',
    'AKIA is a prefix. So is ghp_, and npm_config_registry is a variable.',
    'task-list-with-many-many-words-joined-by-hyphens-and-more',
    'SELECT primary_key FROM stock_live_prices',
  ])('ordinary text is not one: %s', (text) => expect(foundIn(text)).toBeNull())

  test('words of letters alone are never taken for one', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 60 }), (words) => foundIn(words.join(' ')) === null))
  })
})
