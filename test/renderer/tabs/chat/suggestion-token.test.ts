import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitting, tokenAt } from '../../../../src/renderer/tabs/chat/commands/suggestion-token.ts'

describe('what the composer offers while one types', () => {
  it.each([
    ['/', { kind: 'command', typed: '' }],
    ['/pre', { kind: 'command', typed: 'pre' }],
    ['/préset', { kind: 'command', typed: 'préset' }],
    ['/preset vo te', { kind: 'argument', name: 'preset', typed: 'vo te' }],
    ['/system ', { kind: 'argument', name: 'system', typed: '' }],
    ['ask @cla', { kind: 'mention', typed: 'cla', from: 4, to: 8 }],
    ['@', { kind: 'mention', typed: '', from: 0, to: 1 }],
  ])('“%s” asks for suggestions', (text, token) => {
    expect(tokenAt(text, text.length)).toEqual(token)
  })

  it.each(['', 'What is 3 / 4?', '/usr/bin/env fails', 'mail ann@example.org', 'a\n/pre', '/two\nlines', ' /pre'])(
    '“%s” is a question',
    (text) => {
      expect(tokenAt(text, text.length)).toBeNull()
    },
  )

  it('names a member at the caret, wherever that is', () => {
    expect(tokenAt('ask @cl about this', 7)).toEqual({ kind: 'mention', typed: 'cl', from: 4, to: 7 })
    expect(tokenAt('ask @cl about this', 18)).toBeNull()
  })

  it('puts what begins with the typed letters first, whatever case and accents', () => {
    expect(fitting(['Demo Übung', 'ubuntu', 'Claude'], 'ub', (name) => name)).toEqual(['ubuntu', 'Demo Übung'])
    expect(fitting(['b', 'a'], '', (name) => name)).toEqual(['b', 'a'])
  })

  it('finds every entry by any part of its name', () => {
    const name = fc.stringMatching(/^[a-z0-9]{1,12}$/)
    fc.assert(
      fc.property(name, fc.nat(11), fc.nat(12), (text, from, length) => {
        expect(fitting([text], text.slice(from, from + length), (entry) => entry)).toEqual([text])
      }),
    )
  })
})
