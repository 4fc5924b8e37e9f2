import { TuttiError } from '../../../../shared/errors.ts'
import type { ModelAnswer } from '../../../../shared/model.ts'
import type { Settled } from '../../../kernel/context.ts'
import type { Ballot } from '../consensus/group-answers.ts'
import { questionText, type SeatedMember, type StrategyQuestion } from '../input.ts'
import type { Failure } from '../no-answer.ts'
import { hardChecks } from '../quality/hard-checks.ts'

/** Where a member stands once it has settled. */
export type Standing =
  | { readonly kind: 'ballot'; readonly member: SeatedMember; readonly ballot: Ballot; readonly answer: ModelAnswer }
  | { readonly kind: 'failed'; readonly member: SeatedMember; readonly failure: Failure }
  | { readonly kind: 'dropped'; readonly member: SeatedMember }

/** Reads a settled branch: an answer that is empty, refused or evasive is no ballot, one that was cut short is. */
export function standing(question: StrategyQuestion, settled: Settled<ModelAnswer>): Standing {
  const member = question.members.find(({ id }) => id === settled.key)
  if (member === undefined) throw new TuttiError('internal', `No member has the id “${settled.key}”.`)
  if (settled.state === 'dropped') return { kind: 'dropped', member }
  if (settled.state === 'failed') return { kind: 'failed', member, failure: { member, cause: settled.error.message } }
  const answer = settled.value
  const quality = hardChecks(questionText(question.turns), answer)
  const flaw = quality.flaws.findIndex((each) => each === 'empty' || each === 'refusal' || each === 'no-answer-given')
  if (flaw >= 0) return { kind: 'failed', member, failure: { member, cause: quality.evidence[flaw] ?? 'No answer.' } }
  return { kind: 'ballot', member, answer, ballot: ballotOf(member, answer) }
}

function ballotOf(member: SeatedMember, answer: ModelAnswer): Ballot {
  return { member: member.id, number: member.number, strength: member.strength, text: answer.text }
}

export function ballotsOf(standings: readonly Standing[]): Ballot[] {
  return standings.flatMap((each) => (each.kind === 'ballot' ? [each.ballot] : []))
}

export function failuresOf(standings: readonly Standing[]): Failure[] {
  return standings.flatMap((each) => (each.kind === 'failed' ? [each.failure] : []))
}
