import type { Outcome } from '../../../../shared/run.ts'
import { say, type Words } from '../../../../shared/sentence.ts'
import { told } from '../../../../shared/sentences/told.ts'
import type { SeatedMember } from '../input.ts'
import { ids, numbers } from '../wording.ts'
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
    ...told({ summary: free ? freeTextSummary(tally, first) : summaryOf(tally, first, voters) }),
  }
}

function freeTextSummary(tally: Count, first: VoteGroup): Words {
  const speaker = tally.all.find(({ id }) => id === first.spokesman.member)
  const shown = say('verdict.shown', { who: speaker?.label ?? first.spokesman.member })
  return [say(tally.committed ? 'verdict.free' : 'verdict.uncommitted'), shown, failures(tally)]
}

/** "Three of the four members that were asked gave the same answer. That decided the vote, so the fifth was not called." */
function summaryOf(tally: Count, first: VoteGroup, voters: number): Words {
  const agree = first.members.length
  const tied = tally.groups.filter(({ members }) => members.length === agree).length
  return [verdict(tally, agree, voters, tied), ending(tally), failures(tally)]
}

function verdict({ notAsked, groups, weighed = false }: Count, agree: number, voters: number, tied: number): Words {
  // Those that were asked, where not all were.
  const some = notAsked.length > 0
  if (voters === 1) return say('verdict.only-one')
  if (agree === voters && voters === 2) return say(some ? 'verdict.both-asked' : 'verdict.both')
  if (agree === voters) return say(some ? 'verdict.all-asked' : 'verdict.all', { n: voters })
  if (weighed && groups.some(({ members: others }) => others.length >= agree && others !== groups[0]?.members))
    return say(some ? 'verdict.weighed-asked' : 'verdict.weighed', { n: agree, of: voters })
  if (agree === 1) return say(some ? 'verdict.differ-asked' : 'verdict.differ', { n: voters })
  if (tied > 1) return say('verdict.tied', { n: tied, votes: agree })
  return say(some ? 'verdict.most-asked' : 'verdict.most', { n: agree, of: voters })
}

function ending({ notAsked }: Count): Words {
  const [one] = notAsked
  if (one === undefined) return ''
  return notAsked.length === 1 ? say('verdict.one-spared', { place: ordinal(one.number) }) : say('verdict.spared', { n: notAsked.length })
}

function failures({ failed }: Count): Words {
  return failed.length === 0 ? '' : say('verdict.unusable', { n: failed.length, who: numbers(failed) })
}

const ORDINALS = [
  'ordinal.1',
  'ordinal.2',
  'ordinal.3',
  'ordinal.4',
  'ordinal.5',
  'ordinal.6',
  'ordinal.7',
  'ordinal.8',
  'ordinal.9',
  'ordinal.10',
] as const

function ordinal(n: number): Words {
  const known = ORDINALS[n - 1]
  return known === undefined ? say('ordinal.other', { n }) : say(known)
}

/** Ids of those that are in none of the groups' camps but the first. */
export function dissenters(groups: readonly VoteGroup[], all: readonly SeatedMember[]): string[] {
  const others = new Set(groups.slice(1).flatMap(({ members }) => members))
  return ids(all).filter((id) => others.has(id))
}
