import type { TuttiError } from '../../../shared/errors.ts'
import { say, type Words } from '../../../shared/sentence.ts'
import { failure, inEnglish } from '../../../shared/sentences/told.ts'
import type { SeatedMember } from './input.ts'

export interface Failure {
  readonly member: SeatedMember
  readonly cause: Words
}

/** The error of a run in which no member gave an answer; names each cause. */
export function noAnswer(failures: readonly Failure[]): TuttiError {
  const causes = failures.map(({ member, cause }) => say('verdict.cause', { who: member.label, why: cause }))
  return failure('no-answer', say('verdict.nobody', { n: failures.length, causes }), {
    data: Object.fromEntries(failures.map(({ member, cause }) => [member.id, inEnglish(cause)])),
  })
}
