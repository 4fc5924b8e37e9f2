import type { Outcome } from '../../../../shared/run.ts'
import type { SeatedMember } from '../input.ts'
import { count, ids, members as membersInWords, numbers, sentence } from '../wording.ts'
import { onlyFreeText, type VoteGroup } from './group-answers.ts'
import { presentAnswer } from './present-answer.ts'

/** What became of the members of a vote. */
export interface Count {
  readonly all: readonly SeatedMember[]
  readonly groups: readonly VoteGroup[]
  readonly notAsked: readonly SeatedMember[]
  readonly failed: readonly SeatedMember[]
  /** False where nobody committed itself to an answer: then equal words are no agreement. */
  readonly committed: boolean
  /** Votes had weights: the first answer need not have most of them. */
  readonly weighed?: boolean
}

const NOBODY_COMMITTED = 'No member committed itself to an answer, so there is nothing that they agree on.'
const FREE_TEXT = 'The answers are free text and differ in words; no agreement was computed.'

/** The outcome of a count: the largest group's answer in the words of its strongest member, dissent kept. Null where nobody answered. */
export function outcomeOf(tally: Count): Outcome | null {
  const [first] = tally.groups
  if (first === undefined) return null
  const voters = tally.groups.reduce((sum, group) => sum + group.members.length, 0)
  const agree = first.members.length
  const free = !tally.committed || onlyFreeText(tally.groups)
  return {
    answer: presentAnswer(first.spokesman.text),
    kind: tally.committed && agree >= 2 && agree * 2 > voters ? 'agreed' : 'plurality',
    by: first.spokesman.member,
    groups: tally.groups.map(({ answer, members }) => ({ answer, members: [...members] })),
    agreement: free ? null : { agree, of: voters },
    summary: free ? freeTextSummary(tally, first) : summaryOf(tally, first, voters),
  }
}

function freeTextSummary(tally: Count, first: VoteGroup): string {
  const speaker = tally.all.find(({ id }) => id === first.spokesman.member)
  return `${tally.committed ? FREE_TEXT : NOBODY_COMMITTED} Shown is the answer of ${speaker?.label ?? first.spokesman.member}.${failures(tally)}`
}

/** "Three of the four members that were asked gave the same answer. That decided the vote, so the fifth was not called." */
function summaryOf(tally: Count, first: VoteGroup, voters: number): string {
  const agree = first.members.length
  const tied = tally.groups.filter(({ members }) => members.length === agree).length
  return `${verdict(tally, agree, voters, tied)}${ending(tally)}${failures(tally)}`
}

function verdict({ notAsked, groups, weighed = false }: Count, agree: number, voters: number, tied: number): string {
  const members = notAsked.length > 0 ? 'members that were asked' : 'members'
  if (voters === 1) return 'Only one member answered, so there was nothing to compare.'
  if (agree === voters) return `${voters === 2 ? 'Both' : `All ${count(voters)}`} ${members} gave the same answer.`
  if (weighed && groups.some(({ members: others }) => others.length >= agree && others !== groups[0]?.members))
    return `${sentence(count(agree))} of the ${count(voters)} ${members} gave this answer; by what is known of them their votes weigh most.`
  if (agree === 1) return `The ${count(voters)} ${members} gave ${count(voters)} different answers; that of the strongest is shown.`
  if (tied > 1) return `${sentence(count(tied))} answers have ${count(agree)} votes each; the one of the strongest member is shown.`
  return `${sentence(count(agree))} of the ${count(voters)} ${members} gave the same answer.`
}

function ending({ notAsked }: Count): string {
  const [one] = notAsked
  if (one === undefined) return ''
  return ` That decided the vote, so ${notAsked.length === 1 ? `the ${ordinal(one.number)} was` : `${count(notAsked.length)} were`} not called.`
}

function failures({ failed }: Count): string {
  return failed.length === 0 ? '' : ` ${sentence(membersInWords(failed.length))} gave no usable answer (${numbers(failed)}).`
}

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

function ordinal(n: number): string {
  return ORDINALS[n] ?? `member ${n}`
}

/** Ids of those that are in none of the groups' camps but the first. */
export function dissenters(groups: readonly VoteGroup[], all: readonly SeatedMember[]): string[] {
  const others = new Set(groups.slice(1).flatMap(({ members }) => members))
  return ids(all).filter((id) => others.has(id))
}
