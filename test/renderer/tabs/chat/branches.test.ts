import { describe, expect, it } from 'vitest'
import { branchEnds, branchOf, pathTo, turnsOf } from '../../../../src/renderer/tabs/chat/tree/branches.ts'
import { MessageId } from '../../../../src/shared/ids.ts'
import { message, NOW } from '../../support/snapshots.ts'

const id = (text: string) => MessageId.parse(text)
// q1 ─ a1 ─ q2 ─ a2        q2b is q2, edited; a1b is q1 asked again.
//    │    └ q2b ─ a2b
//    └ a1b
const tree = [
  message('q1', null),
  message('a1', 'q1', { createdAt: NOW + 1 }),
  message('q2', 'a1', { createdAt: NOW + 2 }),
  message('a2', 'q2', { createdAt: NOW + 3 }),
  message('q2b', 'a1', { createdAt: NOW + 4 }),
  message('a2b', 'q2b', { createdAt: NOW + 5 }),
  message('a1b', 'q1', { createdAt: NOW + 6 }),
]

describe('an edited question is a branch beside the old one', () => {
  it('shows the messages of one branch alone', () => {
    expect(pathTo(tree, id('a2b')).map((known) => known.id)).toEqual(['q1', 'a1', 'q2b', 'a2b'])
  })

  it('pairs each question with its answer', () => {
    const turns = turnsOf(pathTo(tree, id('a2')))
    expect(turns.map((turn) => [turn.question.id, turn.answer?.id])).toEqual([
      ['q1', 'a1'],
      ['q2', 'a2'],
    ])
    expect(turnsOf(pathTo(tree, id('q2')))[1]?.answer).toBeNull()
  })

  it('counts branches, older ones first', () => {
    expect(branchEnds(tree)).toEqual(['a2', 'a2b', 'a1b'])
    expect(branchOf(tree, id('a2b'))?.at).toBe(2)
    expect(branchOf(tree.slice(0, 4), id('a2'))).toBeNull()
  })

  it('does not hang on a tree that bites its tail', () => {
    expect(pathTo([message('q1', 'a1'), message('a1', 'q1')], id('a1'))).toHaveLength(2)
  })
})
