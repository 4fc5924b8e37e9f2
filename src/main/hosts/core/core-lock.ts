import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { folderError } from './data-folder.ts'

export interface CoreLock {
  release(): void
}

const SQLITE_BUSY = 5

function isBusy(error: unknown): boolean {
  // The primary code is the low byte of SQLite's extended code.
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === SQLITE_BUSY
}

/**
 * Makes this process the core of a data folder, or returns null where another one is.
 * The lock is an open exclusive transaction on a file of its own: the operating system lets go of it however the process ends,
 * so that no stale lock or process number is ever believed.
 */
export function tryCoreLock(home: string): CoreLock | null {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(join(home, 'core.lock'), { timeout: 0 })
    database.exec('BEGIN EXCLUSIVE')
    const held = database
    return { release: () => held.close() }
  } catch (error) {
    database?.close()
    if (isBusy(error)) return null
    throw folderError(home, error)
  }
}
