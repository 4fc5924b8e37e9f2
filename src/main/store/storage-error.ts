import { TuttiError } from '../../shared/errors.ts'

/** SQLite's primary result codes, https://www.sqlite.org/rescode.html */
const BUSY = 5
const READONLY = 8
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26

/** The primary result code of an error of node:sqlite, or null for any other. */
function resultCode(thrown: unknown): number | null {
  if (!(thrown instanceof Error) || !('errcode' in thrown) || typeof thrown.errcode !== 'number') return null
  return thrown.errcode & 0xff
}

export function isDamage(thrown: unknown): boolean {
  const code = resultCode(thrown)
  return code === CORRUPT || code === NOTADB
}

/** Another connection writes at the moment. */
export function isBusy(thrown: unknown): boolean {
  return resultCode(thrown) === BUSY
}

/** What SQLite said, as a sentence with a remedy. */
export function storageError(thrown: unknown): TuttiError {
  if (thrown instanceof TuttiError) return thrown
  const cause = { cause: thrown }
  switch (resultCode(thrown)) {
    case BUSY:
      return new TuttiError('internal', 'Another program is writing to the database. Close it and try again.', {
        ...cause,
        retryable: true,
      })
    case READONLY:
    case CANTOPEN:
      return new TuttiError('internal', 'The database cannot be written. Check who may write to the data folder.', cause)
    case CORRUPT:
    case NOTADB:
      return new TuttiError('damaged', 'The database is damaged. Restart Tutti: it sets the file aside and starts with a new one.', cause)
    case FULL:
      return new TuttiError('internal', 'The disk is full, so nothing more can be saved. Free some space and try again.', cause)
    default:
      return TuttiError.from(thrown)
  }
}
