import type { AnswerGroup } from '../../../../shared/run.ts'
import { extractAnswer } from './extract-answer.ts'
import { type AnswerForm, type Expected, normalise } from './normalise.ts'
import { onlyYear } from './parse-date.ts'
import { expectedUnit } from './parse-quantity.ts'

/** One member's answer as it goes into the count. */
export interface Ballot {
  readonly member: string
  readonly number: number
  /** Settles ties, the higher wins; equal ones: the higher number wins. */
  readonly strength: number
  readonly text: string
}

/** A ballot with the answer that was found in it, in its own words. */
export interface ReadBallot extends Ballot {
  readonly answer: string
}

export interface VoteGroup extends AnswerGroup {
  readonly form: AnswerForm
  readonly key: string
  /** In order of their numbers; never empty. */
  readonly ballots: readonly ReadBallot[]
  /** The strongest of them: its words stand for the group. */
  readonly spokesman: ReadBallot
}

/** Characters of an answer that the outcome lists; the whole text stays with the member. */
const LONGEST = 240

/** The stronger of two members. */
export function compareStrength(a: Ballot, b: Ballot): number {
  return a.strength - b.strength || a.number - b.number || (a.member < b.member ? -1 : 1)
}

/** Groups answers that are equal after normalising, the one with most votes first, ties to the one with the strongest member. */
export function groupAnswers(ballots: readonly Ballot[], question = ''): VoteGroup[] {
  const expected: Expected = { unit: expectedUnit(question), year: onlyYear(question), literal: asksForLiteral(question) }
  const groups = new Map<string, { form: AnswerForm; ballots: ReadBallot[] }>()
  for (const ballot of ballots) {
    const { text, explicit } = extractAnswer(ballot.text)
    const { form, key } = normalise(text, explicit, expected)
    const full = `${form}:${key}`
    const group = groups.get(full) ?? { form, ballots: [] }
    group.ballots.push({ ...ballot, answer: brief(text) })
    groups.set(full, group)
  }
  return [...groups]
    .flatMap(([key, { form, ballots: said }]) => {
      const [spokesman] = said.toSorted((a, b) => compareStrength(b, a))
      if (spokesman === undefined) return []
      const inOrder = said.toSorted((a, b) => a.number - b.number || (a.member < b.member ? -1 : 1))
      return [
        { answer: spokesman.answer, form, key, ballots: inOrder, members: inOrder.map(({ member }) => member), spokesman },
      ] satisfies VoteGroup[]
    })
    .toSorted((a, b) => b.ballots.length - a.ballots.length || compareStrength(b.spokesman, a.spokesman))
}

/** The answer as the list of who said what shows it. */
function brief(text: string): string {
  const plain = text.replace(/^```\n/, '').trim()
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST).trimEnd()}…`
}

/** Code in the question and a value to be told: then the answer is a literal, not prose. */
export function asksForLiteral(question: string): boolean {
  return /\bassert\b|(?:^|\n)\s*(?:def |function |const |let |print\(|console\.log\()/.test(question)
}

/** True where no two answers agree and all are free text: then nothing was compared but words. */
export function onlyFreeText(groups: readonly VoteGroup[]): boolean {
  return groups.length > 1 && groups.every(({ form, ballots }) => form === 'free' && ballots.length === 1)
}
