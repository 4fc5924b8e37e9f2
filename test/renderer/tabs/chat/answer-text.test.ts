import { describe, expect, it } from 'vitest'
import { asMarkdown, withSources } from '../../../../src/renderer/tabs/chat/answer/answer-copies.ts'
import { anonymousRun } from '../../../../src/renderer/tabs/chat/blind/anonymous-run.ts'
import { reading } from '../../../../src/renderer/tabs/chat/composer/file-readers.ts'
import { listParts } from '../../../../src/renderer/tabs/chat/list/conversation-groups.ts'
import { splitAnswerLine } from '../../../../src/renderer/tabs/chat/members/split-answer-line.ts'
import type { ConversationSummary } from '../../../../src/shared/conversation.ts'
import { ConversationId, MessageId } from '../../../../src/shared/ids.ts'
import { run as runOf, speaker } from '../../support/snapshots.ts'

describe('an answer line stands apart from what a member says', () => {
  it.each([
    ['Add them.\n\nAnswer: 8', 'Add them.', '8'],
    ['Add them.\n**Answer:** 17:25\n', 'Add them.', '17:25'],
    ['It is so.\nANSWER: yes, **always**', 'It is so.', 'yes, **always'],
    ['Answer: 8', 'Answer: 8', null],
    ['Answer: is a word.\nAnd more follows.', 'Answer: is a word.\nAnd more follows.', null],
    ['', '', null],
  ])('%j', (text, body, answer) => {
    expect(splitAnswerLine(text)).toEqual({ body, answer })
  })
})

describe('copies of an answer', () => {
  it('stand alone as Markdown, with the question quoted', () => {
    expect(asMarkdown('Why?\nReally?', 'So.\n', 'Claude')).toBe('> Why?\n> Really?\n\nSo.\n\n— Claude\n')
  })

  it('bring their sources as a numbered list', () => {
    const sources = [{ url: 'https://a.example/', title: 'A' }, { url: 'https://b.example/' }]
    expect(withSources('So [1].', sources)).toBe('So [1].\n\nSources:\n\n1. [A](https://a.example/)\n2. <https://b.example/>\n')
    expect(withSources('So.', [])).toBe('So.')
  })
})

describe('B9 answers without names', () => {
  const run = runOf([speaker(1, 'done'), speaker(2, 'done'), speaker(3, 'failed')])

  it('tell nothing of who said what, and keep their order at every look', () => {
    const shown = anonymousRun(run, MessageId.parse('a1'))
    expect(shown).toEqual(anonymousRun(run, MessageId.parse('a1')))
    expect(shown.speakers.map((member) => member.label)).toEqual(['Answer A', 'Answer B', 'Answer C'])
    expect(JSON.stringify(shown.speakers.map(({ label, provider, result }) => [label, provider, result?.error?.message]))).not.toMatch(
      /Model \d|Paid|Google/,
    )
    expect(shown.decisions).toEqual([])
  })

  it('come in another order for another question', () => {
    const orders = Array.from({ length: 40 }, (_, index) =>
      anonymousRun(run, MessageId.parse(`answer-${index}`))
        .speakers.map((member) => member.id)
        .join(),
    )
    expect(new Set(orders).size).toBe(6)
  })
})

describe('the list of conversations', () => {
  const at = (id: string, updatedAt: number, change: Partial<ConversationSummary> = {}): ConversationSummary => {
    return { id: ConversationId.parse(id), title: id, createdAt: 0, updatedAt, running: null, lastState: null, ...change }
  }
  const now = Date.UTC(2026, 10, 20, 12)

  it('has pinned ones first, then groups by name, then days', () => {
    const parts = listParts(
      [
        at('a', now),
        at('b', now - 1, { group: 'Rome' }),
        at('c', now - 2, { pinned: true, group: 'Rome' }),
        at('d', now, { group: 'Alps' }),
        at('e', 0),
      ],
      now,
    )
    expect(parts.map((part) => `${part.kind} ${part.name}: ${part.conversations.map(({ id }) => id).join()}`)).toEqual([
      'pinned : c',
      'group Alps: d',
      'group Rome: b',
      'today : a',
      'earlier : e',
    ])
  })
})

describe('who can read a file', () => {
  const reader = (id: string, capabilities: Parameters<typeof reading>[1][number]['capabilities']) => ({
    id,
    number: 1,
    label: id,
    capabilities,
  })
  const readers = [reader('sees', ['text', 'images']), reader('reads', ['text']), reader('unknown', null)]
  const off = (mediaType: string) => reading({ id: '', name: 'x', mediaType, bytes: 1 }, readers).map((seat) => seat.off)

  it('is told for pictures and PDF; text is for everybody, and of an unknown model nothing is said', () => {
    expect(off('image/png')).toEqual([false, true, false])
    expect(off('application/pdf')).toEqual([true, true, false])
    expect(off('text/markdown')).toEqual([false, false, false])
  })
})
