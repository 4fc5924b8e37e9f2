import { TuttiError } from '../../shared/errors.ts'
import type { Call } from './call.ts'
import type { AttemptRecord } from './journal.ts'

/** The attempt that is under way. */
export function currentAttempt(call: Call): AttemptRecord {
  const attempt = call.attempts.at(-1)
  if (!attempt) throw new TuttiError('internal', 'A link below the budget needs an open attempt.')
  return attempt
}

/** Replaces the current attempt by a changed copy. */
export function changeAttempt(call: Call, change: Partial<AttemptRecord>): AttemptRecord {
  const changed = { ...currentAttempt(call), ...change }
  call.attempts[call.attempts.length - 1] = changed
  return changed
}
