import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordDiff } from '../../../../src/renderer/tabs/orchestration/compare/word-diff.ts'

const text = fc.array(fc.constantFrom('lease', 'ends', 'in', 'March', 'May', ' ', '\n'), { maxLength: 40 }).map((words) => words.join(' '))
const whole = (pieces: readonly { text: string }[] | undefined) => (pieces ?? []).map((piece) => piece.text).join('')

describe('A2 the words of two answers', () => {
  it('are all there on both sides, and what is the same is the same', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const diff = wordDiff(left, right)
        expect(whole(diff?.left)).toBe(left)
        expect(whole(diff?.right)).toBe(right)
        expect(whole(diff?.left.filter(({ same }) => same))).toBe(whole(diff?.right.filter(({ same }) => same)))
      }),
    )
  })

  it('are equal where the texts are, and share nothing where no word is', () => {
    expect(wordDiff('It ends in May.', 'It ends in May.')?.share).toBe(1)
    expect(wordDiff('yes', 'no')?.share).toBe(0)
  })

  it('mark the one word that differs', () => {
    const diff = wordDiff('It ends in May 2026.', 'It ends in March 2026.')
    expect(diff?.left.filter(({ same }) => !same).map((piece) => piece.text)).toEqual(['May'])
    expect(diff?.right.filter(({ same }) => !same).map((piece) => piece.text)).toEqual(['March'])
    expect(diff?.share).toBeCloseTo(0.8)
  })

  it('are not marked where the texts are too long for it', () => {
    expect(wordDiff('a b '.repeat(4_000), 'c')).toBeNull()
  })
})
