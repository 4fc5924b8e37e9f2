import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownChunks } from '../../../src/renderer/components/markdown-chunks.ts'

const PARAGRAPH = `${'A sentence that settles. '.repeat(12).trim()}\n\n`
const LIST = '1. one\n\n   still one\n\n2. two\n\n'
const CODE = `\`\`\`ts\nlet a = 1\n\n\n${'// a long comment\n\n'.repeat(60)}\`\`\`\n\n`

const text = fc.array(fc.constantFrom(PARAGRAPH, LIST, CODE, '> quote\n\n', '- a\n\n- b\n\n', '# Title\n\n', '| a |\n| --- |\n| 1 |\n\n'), {
  maxLength: 40,
})

describe('settled Markdown is parsed once', () => {
  it('loses and adds nothing', () => {
    fc.assert(
      fc.property(text, (parts) => {
        expect(markdownChunks(parts.join('')).join('')).toBe(parts.join(''))
      }),
    )
  })

  it('cuts the same however the text arrives, so that what settled stays', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 700 }), (parts, step) => {
        const whole = parts.join('')
        let chunks: string[] = []
        for (let end = step; end < whole.length; end += step) {
          const next = markdownChunks(whole.slice(0, end), chunks)
          expect(next.slice(0, Math.max(0, chunks.length - 1))).toEqual(chunks.slice(0, -1))
          chunks = next
        }
        expect(markdownChunks(whole, chunks)).toEqual(markdownChunks(whole))
      }),
      { numRuns: 40 },
    )
  })

  it('cuts a long text of paragraphs into few chunks', () => {
    const chunks = markdownChunks(PARAGRAPH.repeat(30))
    expect(chunks.length).toBeGreaterThan(5)
    expect(chunks.length).toBeLessThan(12)
  })

  it('cuts neither code nor lists', () => {
    expect(markdownChunks(CODE + CODE).every((chunk) => chunk.split('```').length % 2 === 1)).toBe(true)
    expect(markdownChunks(LIST.repeat(60))).toHaveLength(1)
  })
})
