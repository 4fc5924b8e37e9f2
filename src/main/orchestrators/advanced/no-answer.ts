import { TuttiError } from '../../../shared/errors.ts'
import type { SeatedMember } from './input.ts'

export interface Failure {
  readonly member: SeatedMember
  readonly cause: string
}

/** The error of a run in which no member gave an answer; names each cause. */
export function noAnswer(failures: readonly Failure[]): TuttiError {
  const causes = failures.map(({ member, cause }) => `${member.label}: ${cause}`)
  const who = failures.length === 1 ? 'The member gave no answer' : 'No member gave an answer'
  return new TuttiError('no-answer', `${who}. ${causes.join(' ')}`, {
    data: Object.fromEntries(failures.map(({ member, cause }) => [member.id, cause])),
  })
}
