import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { treeRows } from '../../../../src/renderer/tabs/chat/tree/branch-tree.ts'
import { endBelow } from '../../../../src/renderer/tabs/chat/tree/branches.ts'
import type { Message } from '../../../../src/shared/conversation.ts'
import { MessageId } from '../../../../src/shared/ids.ts'
import { message } from '../../support/snapshots.ts'

const id = (text: string) => MessageId.parse(text)
const NONE = new Set<MessageId>()
/** q1 – a1 – q2 – a2, and q1 – b1 asked again. */
const FORKED: Message[] = [
  message('q1', null, { role: 'user', text: 'one', createdAt: 1 }),
  message('a1', 'q1', { role: 'assistant', createdAt: 2 }),
  message('q2', 'a1', { role: 'user', createdAt: 3 }),
  message('a2', 'q2', { role: 'assistant', createdAt: 4 }),
  message('b1', 'q1', { role: 'assistant', createdAt: 5 }),
]

describe('the tree of a conversation', () => {
  it('goes a level deeper where ways part, and nowhere else', () => {
    const rows = treeRows(FORKED, id('b1'), NONE)
    expect(rows.map(({ message: { id: name }, level }) => `${name} ${level}`)).toEqual(['q1 1', 'a1 2', 'q2 2', 'a2 2', 'b1 2'])
    expect(rows.filter((row) => row.shown).map((row) => row.message.id)).toEqual(['q1', 'b1'])
    expect(rows.find((row) => row.head)?.message.id).toBe('b1')
    expect(rows.map((row) => row.open)).toEqual([true, null, null, null, null])
  })

  it('hides the ways on from a folded fork', () => {
    expect(treeRows(FORKED, id('a2'), new Set([id('q1')])).map(({ message: { id: name }, open }) => [name, open])).toEqual([['q1', false]])
  })

  it('shows a jump’s message with the newest that follows it', () => {
    expect(endBelow(FORKED, id('a1'))).toBe('a2')
    expect(endBelow(FORKED, id('q1'))).toBe('b1')
    expect(endBelow(FORKED, id('b1'))).toBe('b1')
  })

  it('has every message of any tree once, below the one that it answers', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 80 }), (parents) => {
        const messages = parents.map((parent, index) => {
          const above = index === 0 ? null : `m${parent % index}`
          return message(`m${index}`, above, { role: 'user', createdAt: index })
        })
        const rows = treeRows(messages, id('m0'), NONE).map((row) => row.message)
        expect(new Set(rows.map((row) => row.id)).size).toBe(messages.length)
        for (const [at, row] of rows.entries()) {
          if (row.parentId !== null) expect(rows.slice(0, at).some((above) => above.id === row.parentId)).toBe(true)
        }
      }),
    )
  })

  it('takes a conversation of ten thousand messages in a row', () => {
    const deep = Array.from({ length: 10_000 }, (_, index) =>
      message(`m${index}`, index === 0 ? null : `m${index - 1}`, { createdAt: index }),
    )
    expect(treeRows(deep, id('m9999'), NONE)).toHaveLength(10_000)
  })
})
