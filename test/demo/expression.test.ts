import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, parseExpression } from '../../src/main/demo/expression.ts'

/** A random expression as text, with the value that it is known to have. */
type Known = { readonly text: string; readonly value: number }

const { expression } = fc.letrec<{ expression: Known; number: Known; sum: Known; product: Known; bracket: Known }>((tie) => ({
  expression: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('number'), tie('bracket')),
  number: fc
    .integer({ min: 0, max: 99_999 })
    .chain((value) => fc.constantFrom(String(value), value.toLocaleString('en-US'), `${value}.0`).map((text) => ({ text, value }))),
  sum: fc.tuple(tie('expression'), fc.constantFrom('+', '-', '−'), tie('expression')).map(([a, sign, b]) => ({
    text: `${a.text} ${sign} ${b.text}`,
    value: sign === '+' ? a.value + b.value : a.value - b.value,
  })),
  product: fc.tuple(tie('expression'), fc.constantFrom('*', '×', '·'), tie('expression')).map(([a, sign, b]) => ({
    text: `${a.text}${sign}${b.text}`,
    value: a.value * b.value,
  })),
  bracket: fc.oneof(tie('sum'), tie('product')).map(({ text, value }) => ({ text: `(${text})`, value })),
}))

function valueIn(text: string): number | null {
  const node = parseExpression(text)
  return node === null ? null : evaluate(node)
}

describe('D8 the expression parser of the demo', () => {
  it('gives every bracketed expression its value', () => {
    fc.assert(
      fc.property(expression, ({ text, value }) => {
        expect(valueIn(text)).toBe(value)
      }),
    )
  })

  it('binds powers before products before sums, and powers from the right', () => {
    const small = fc.integer({ min: 1, max: 9 })
    fc.assert(
      fc.property(small, small, small, (a, b, c) => {
        expect(valueIn(`${a} + ${b} * ${c}`)).toBe(a + b * c)
        expect(valueIn(`${a} * ${b}^2 - ${c}`)).toBe(a * b ** 2 - c)
        expect(valueIn(`${a} - ${b} - ${c}`)).toBe(a - b - c)
        expect(valueIn(`-${a}^2`)).toBe(-(a ** 2))
        expect(valueIn(`2^${b}^1`)).toBe(2 ** b)
        expect(valueIn(`${a}% * ${b}`)).toBe((a / 100) * b)
      }),
    )
  })

  it('refuses what is no whole expression, and never throws', () => {
    for (const text of ['', '1 +', '(1', '1)', '1 2', '* 3', '1,23', 'a + 1', '1..2', '()', '%']) expect(valueIn(text)).toBeNull()
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'0123456789.,+-*/^%()√ '.split('')), { maxLength: 60 }), (chars) => {
        const value = valueIn(chars.join(''))
        expect(value === null || typeof value === 'number').toBe(true)
      }),
    )
  })
})
