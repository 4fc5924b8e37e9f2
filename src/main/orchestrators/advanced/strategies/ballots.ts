import { TuttiError } from '../../../../shared/errors.ts'
import type { ModelAnswer } from '../../../../shared/model.ts'
import type { Told } from '../../../../shared/sentence.ts'
import { wordsOf } from '../../../../shared/sentences/told.ts'
import type { Settled } from '../../../kernel/context.ts'
import type { Ballot } from '../consensus/group-answers.ts'
import { questionText, type SeatedMember, type StrategyQuestion } from '../input.ts'
import type { Failure } from '../no-answer.ts'
import { hardChecks } from '../quality/hard-checks.ts'

/** What a member said. `weak`: it declined or did not commit itself, which counts only where nobody did better. */
export interface Given {
  readonly kind: 'given'
  readonly member: SeatedMember
  readonly answer: ModelAnswer
  readonly ballot: Ballot
  readonly weak: Told | null
}

/** Where a member stands once it has settled. An empty answer is a failure. */
export type Standing =
  | Given
  | { readonly kind: 'failed'; readonly member: SeatedMember; readonly cause: Told }
  | { readonly kind: 'dropped'; readonly member: SeatedMember }

/** Reads a settled branch. */
export function standing(question: StrategyQuestion, settled: Settled<ModelAnswer>): Standing {
  const member = question.members.find(({ id }) => id === settled.key)
  if (member === undefined) throw new TuttiError('internal', `No member has the id “${settled.key}”.`)
  if (settled.state === 'dropped') return { kind: 'dropped', member }
  if (settled.state === 'failed') return { kind: 'failed', member, cause: wordsOf(settled.error) }
  const answer = settled.value
  const { flaws, evidence } = hardChecks(questionText(question.turns), answer)
  const reason = (...kinds: (typeof flaws)[number][]) => evidence.find((_, index) => kinds.some((kind) => kind === flaws[index])) ?? null
  const empty = reason('empty')
  if (empty !== null) return { kind: 'failed', member, cause: reason('refusal') ?? empty }
  const ballot = { member: member.id, number: member.number, strength: member.strength, text: answer.text }
  return { kind: 'given', member, answer, ballot, weak: reason('refusal', 'no-answer-given') }
}

/** All answers, weak ones too. */
export function givenOf(standings: readonly Standing[]): Given[] {
  return standings.filter((each) => each.kind === 'given')
}

/** Votes: answers that commit themselves. */
export function ballotsOf(standings: readonly Standing[]): Ballot[] {
  return givenOf(standings).flatMap(({ weak, ballot }) => (weak === null ? [ballot] : []))
}

/** Votes once all is said: where no answer commits itself, the weak ones are what there is. */
export function finalBallotsOf(standings: readonly Standing[]): Ballot[] {
  const strong = ballotsOf(standings)
  return strong.length > 0 ? strong : givenOf(standings).map(({ ballot }) => ballot)
}

/** Members that gave no vote, each with the cause. */
export function failuresOf(standings: readonly Standing[]): Failure[] {
  return standings.flatMap((each) => {
    const cause = each.kind === 'failed' ? each.cause : each.kind === 'given' ? each.weak : null
    return cause === null ? [] : [{ member: each.member, cause }]
  })
}

/** Those of the members that do not count in the end. */
export function uncounted(standings: readonly Standing[]): SeatedMember[] {
  const counted = new Set(finalBallotsOf(standings).map(({ member }) => member))
  return standings.flatMap(({ kind, member }) => (kind === 'dropped' || counted.has(member.id) ? [] : [member]))
}
