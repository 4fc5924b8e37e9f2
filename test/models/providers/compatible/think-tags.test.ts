import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createThinkTags } from '../../../../src/main/models/providers/compatible/think-tags.ts'

function sort(pieces: readonly string[]): { text: string; reasoning: string } {
  let text = ''
  let reasoning = ''
  const tags = createThinkTags(
    (piece) => {
      text += piece
    },
    (piece) => {
      reasoning += piece
    },
  )
  for (const piece of pieces) tags.push(piece)
  tags.flush()
  return { text, reasoning }
}

describe('reasoning in <think> tags', () => {
  test.each([
    ['<think>why</think>because', 'because', 'why'],
    ['\n<think>why</think>\n\nbecause', 'because', 'why'],
    ['plain text', 'plain text', ''],
    ['  indented', '  indented', ''],
    ['a < b, <think> is a word', 'a < b, <think> is a word', ''],
    ['<think>never closed', '', 'never closed'],
    ['<thin', '<thin', ''],
    ['<think>a </thin b</think>c', 'c', 'a </thin b'],
    ['', '', ''],
  ])('%j', (whole, text, reasoning) => {
    expect(sort([whole])).toEqual({ text, reasoning })
  })

  test('are found wherever the stream was cut into pieces', () => {
    const part = fc.constantFrom('<think>', '</think>', 'a', ' ', '<', 'thi', '>', '\n')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (parts, sizes) => {
        const whole = parts.join('')
        const pieces: string[] = []
        for (let at = 0, turn = 0; at < whole.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1
          pieces.push(whole.slice(at, at + size))
          at += size
        }
        expect(sort(pieces)).toEqual(sort([whole]))
      }),
    )
  })
})
