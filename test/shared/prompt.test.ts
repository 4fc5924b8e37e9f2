import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillIn, Prompt, variablesOf } from '../../src/shared/prompt.ts'

describe('prompts with variables', () => {
  test('each variable is asked for once, in the order of the text', () => {
    expect(variablesOf('Translate {{text}} into {{ language }}. Keep {{text}}’s tone; {{größe}} {{}} { {x}} {{a{{b}}')).toEqual([
      'text',
      'language',
      'größe',
      'b',
    ])
  })

  test('values are put in as they are, also those that look like variables', () => {
    const values = new Map([
      ['a', '{{b}} $& $1'],
      ['b', 'two'],
    ])
    expect(fillIn('{{a}}-{{ b }}-{{c}}', values)).toBe('{{b}} $& $1-two-{{c}}')
  })

  test('filling in leaves no variable that has a value', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{1,8}$/),
        fc.string().filter((text) => !text.includes('{')),
        (name, value) => {
          expect(fillIn(`x {{${name}}} y {{${name}}}`, new Map([[name, value]]))).toBe(`x ${value} y ${value}`)
        },
      ),
    )
  })

  test.each(['two words', '/slash', '', 'x'.repeat(41), '-dash'])('the name “%s” is refused', (name) => {
    expect(Prompt.safeParse({ id: '1', name, title: '', text: 'x' }).success).toBe(false)
  })
})
