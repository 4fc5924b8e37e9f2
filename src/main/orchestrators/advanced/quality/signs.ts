import type { QualitySign } from '../../../../shared/quality.ts'
import { say } from '../../../../shared/sentence.ts'
import { toldEvidence } from '../../../../shared/sentences/told.ts'
import { type CheckedAnswer, hardChecks } from './hard-checks.ts'

/** What the hard checks say. */
export function checksSign(question: string, answer: CheckedAnswer): QualitySign {
  const { score, evidence } = hardChecks(question, answer)
  return { method: 'checks', value: score, ...toldEvidence(evidence) }
}

/** Who gave one vote: its member and the model behind it. */
export interface Voter {
  readonly id: string
  readonly model: string
}

/**
 * How many of the voters say the same as this member, itself included; null where there is nobody to compare it with. Voters of one model
 * alone are samples of it: that they agree says less.
 */
export function agreementSign(
  member: string,
  groups: readonly { readonly members: readonly string[] }[],
  voters: readonly Voter[],
): QualitySign | null {
  const counted = new Set(groups.flatMap(({ members }) => members))
  const mine = groups.find(({ members }) => members.includes(member))
  if (mine === undefined || counted.size < 2) return null
  const count = mine.members.length
  const models = new Set(voters.filter(({ id }) => counted.has(id)).map(({ model }) => model))
  const same = models.size === 1
  return {
    method: same ? 'samples' : 'agreement',
    value: count / counted.size,
    share: { count, of: counted.size },
    ...toldEvidence([say(same ? 'quality.samples.agree' : 'quality.members.agree', { n: count, of: counted.size })]),
  }
}
