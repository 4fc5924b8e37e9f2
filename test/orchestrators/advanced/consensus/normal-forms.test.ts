import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { extractAnswer } from '../../../../src/main/orchestrators/advanced/consensus/extract-answer.ts'
import { groupAnswers } from '../../../../src/main/orchestrators/advanced/consensus/group-answers.ts'
import { normalise } from '../../../../src/main/orchestrators/advanced/consensus/normalise.ts'

/** What real models wrote as their answer to sums (plain) and to what code gives (literal), with its normal form. */
const Case = z.object({ kind: z.enum(['plain', 'literal']), said: z.string(), form: z.string(), key: z.string() })
const cases = z.array(Case).parse(JSON.parse(readFileSync(new URL('./normal-forms.json', import.meta.url), 'utf8')))

function formOf(said: string, kind: 'plain' | 'literal' = 'plain') {
  const { text, explicit } = extractAnswer(JSON.stringify({ answer: said }))
  return normalise(text, explicit, { literal: kind === 'literal' })
}

/** Whether two answers count as one. */
function same(one: string, other: string, question = ''): boolean {
  const ballots = [one, other].map((text, index) => ({ member: `m${index}`, number: index + 1, strength: 0, text }))
  return groupAnswers(ballots, question).length === 1
}

describe('B4 normal forms of what real models wrote', () => {
  it('there are at least 200 of them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200)
  })

  it.each(cases)('$kind $said is $form $key', ({ kind, said, form, key }) => {
    expect(formOf(said, kind)).toEqual({ form, key })
  })
})

describe('B4 the same, however it is written', () => {
  it('numbers with separators, currency, zeros behind the point and as a fraction', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 1 }), (number, zeros) => {
        const plain = `Answer: ${number}`
        expect(same(plain, `Answer: ${number.toLocaleString('en-US')}`)).toBe(true)
        expect(same(plain, `Answer: ${number}.${'0'.repeat(zeros + 1)}`)).toBe(true)
        expect(same(plain, `It is **${number}**.\n\nAnswer: **${number}**`)).toBe(true)
        expect(same(plain, `Answer: ${number * 4}/4`)).toBe(true)
        expect(same(plain, `Answer: ${number + 1}`)).toBe(false)
      }),
    )
  })

  it('JSON with its keys in another order, numbers written otherwise and other blanks', () => {
    const value = fc.dictionary(
      fc.string({ minLength: 1, maxLength: 6 }),
      fc.oneof(fc.integer(), fc.boolean(), fc.string({ maxLength: 8 })),
      { minKeys: 1, maxKeys: 5 },
    )
    fc.assert(
      fc.property(value, (object) => {
        fc.pre(Object.keys(object).every((key) => !/^(?:final_?)?answer$|^result$|^__proto__$/i.test(key)))
        const turned = Object.fromEntries(Object.entries(object).toReversed())
        expect(same(JSON.stringify(object), `\`\`\`json\n${JSON.stringify(turned, null, 2)}\n\`\`\``)).toBe(true)
        expect(same(JSON.stringify(object), JSON.stringify({ ...object, more: 'x' }))).toBe('more' in object && object.more === 'x')
      }),
      { examples: [[{ price: '\\$' }]] },
    )
  })

  it('tool calls with their arguments in another order, as an object or as a text', () => {
    const call = { name: 'search', arguments: { query: 'moons', limit: 3 } }
    const turned = { arguments: { limit: 3.0, query: 'moons' }, name: 'search' }
    expect(same(JSON.stringify(call), JSON.stringify(turned))).toBe(true)
    expect(same(JSON.stringify(call), JSON.stringify({ ...call, arguments: JSON.stringify(turned.arguments) }))).toBe(true)
    expect(same(JSON.stringify(call), JSON.stringify({ ...call, arguments: { query: 'moons', limit: 4 } }))).toBe(false)
    expect(same(JSON.stringify([call, { name: 'a', arguments: {} }]), JSON.stringify([{ name: 'a', arguments: {} }, call]))).toBe(false)
  })

  it('what code gives, with either quotes and any blanks outside of them, but never with other letters', () => {
    const question = 'assert f([1]) == ?? What does it return?'
    const item = fc.oneof(
      fc.integer({ min: -99, max: 99 }).map(String),
      fc.stringMatching(/^[a-zA-Z ]{1,6}$/).map((text) => `'${text}'`),
    )
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), (items) => {
        const tight = `Answer: [${items.join(',')}]`
        expect(same(tight, `Answer: [ ${items.map((each) => each.replaceAll("'", '"')).join(' , ')} ]`, question)).toBe(true)
        expect(same(tight, `Answer: [${[...items, '0'].join(', ')}]`, question)).toBe(false)
      }),
    )
    expect(same("Answer: '001'", 'Answer: 1', question)).toBe(false)
    expect(same("Answer: 'Abc'", 'Answer: abc', question)).toBe(false)
  })

  it('is the same once more: a normal form of a number is its own normal form', () => {
    for (const { key } of cases.filter(({ form, key: text }) => form === 'number' && /^-?[\d.]+$/.test(text))) {
      expect(formOf(key)).toEqual({ form: 'number', key })
    }
  })
})
