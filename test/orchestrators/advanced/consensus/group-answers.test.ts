import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Ballot, groupAnswers } from '../../../../src/main/orchestrators/advanced/consensus/group-answers.ts'
import { voteDecided } from '../../../../src/main/orchestrators/advanced/consensus/weigh-votes.ts'

const ANSWERS = ['42', '42.0', 'Answer: forty-two', '41', 'Paris', 'the Paris', 'Yes', '17:25', '5:25 pm', '']

const ballots = fc
  .array(fc.record({ text: fc.constantFrom(...ANSWERS), strength: fc.integer({ min: 0, max: 3 }) }), { maxLength: 9 })
  .map((list): Ballot[] => list.map((each, index) => ({ ...each, member: `m${index + 1}`, number: index + 1 })))

/** Every member's vote counts one. */
const ONE_EACH: ReadonlyMap<string, number> = new Map(Array.from({ length: 60 }, (_, index) => [`m${index}`, 1]))

describe('B4 grouping of answers', () => {
  it('does not depend on the order in which the answers come in', () => {
    fc.assert(
      fc.property(
        ballots.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }))),
        ([list, shuffled]) => {
          expect(groupAnswers(shuffled)).toEqual(groupAnswers(list))
        },
      ),
    )
  })

  it('counts every member once and never more votes than members', () => {
    fc.assert(
      fc.property(ballots, (list) => {
        const counted = groupAnswers(list).flatMap(({ members }) => members)
        expect(counted.toSorted()).toEqual(list.map(({ member }) => member).toSorted())
      }),
    )
  })

  it('puts the largest group first, ties to the one with the strongest member', () => {
    fc.assert(
      fc.property(ballots, (list) => {
        const [first, ...others] = groupAnswers(list)
        for (const group of others) {
          expect(first?.members.length).toBeGreaterThanOrEqual(group.members.length)
          if (first?.members.length === group.members.length)
            expect(first.spokesman.strength).toBeGreaterThanOrEqual(group.spokesman.strength)
        }
      }),
    )
  })

  it('calls a vote decided only where no further votes can change the winner', () => {
    fc.assert(
      fc.property(ballots, fc.array(fc.constantFrom(...ANSWERS), { maxLength: 5 }), (list, more) => {
        const groups = groupAnswers(list)
        fc.pre(voteDecided(groups, ONE_EACH, more.length))
        const late = more.map((text, index): Ballot => ({ member: `n${index}`, number: 100 + index, strength: 9, text }))
        expect(groupAnswers([...list, ...late])[0]?.key).toBe(groups[0]?.key)
      }),
    )
  })

  it('is total: any text is grouped with itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.json()), (text) => {
        const twice = [1, 2].map((number): Ballot => ({ member: `m${number}`, number, strength: 0, text }))
        expect(groupAnswers(twice)).toHaveLength(1)
      }),
      { numRuns: 500 },
    )
  })

  it('says nothing is decided where nobody voted', () => {
    expect(voteDecided([], ONE_EACH, 0)).toBe(false)
    expect(voteDecided(groupAnswers([{ member: 'm1', number: 1, strength: 0, text: '42' }]), ONE_EACH, 1)).toBe(false)
  })
})
