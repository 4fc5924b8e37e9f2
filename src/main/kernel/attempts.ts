import { TuttiError } from '../../shared/errors.ts'
import type { Call } from './call.ts'
import type { AttemptRecord } from './journal.ts'

/** The number of an effect's next attempt: above all before it, also those of earlier processes. */
export function nextAttempt({ attempts }: Pick<Call, 'attempts'>): number {
  return attempts.reduce((highest, { number }) => Math.max(highest, number), 0) + 1
}

/** The attempt that this call is; another one of the same effect may be under way beside it. */
export function currentAttempt(call: Call): AttemptRecord {
  return call.attempts[placeOf(call)] ?? noAttempt()
}

/** Replaces the call's attempt by a changed copy. */
export function changeAttempt(call: Call, change: Partial<AttemptRecord>): AttemptRecord {
  const place = placeOf(call)
  const changed = { ...(call.attempts[place] ?? noAttempt()), ...change }
  call.attempts[place] = changed
  return changed
}

function placeOf({ attempts, attempt }: Call): number {
  return attempts.findLastIndex(({ number }) => number === attempt)
}

function noAttempt(): never {
  throw new TuttiError('internal', 'A link below the budget needs an open attempt.')
}
