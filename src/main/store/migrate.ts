import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { TuttiError } from '../../shared/errors.ts'

/** One forward step. `version` is the `user_version` that the database has after it. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

export interface MigrationOptions {
  readonly migrations: readonly Migration[]
  readonly backupFolder: string
  /** The date in the copy's name. */
  readonly stamp: string
  readonly appVersion: string
}

/** The `user_version` of a database: the last step that was taken, 0 for an empty one. */
export function schemaVersion(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0)
}

/**
 * Takes the steps that are missing, each in its own transaction together with its number, after a whole copy of an existing database.
 * Throws TuttiError 'newer-data' where the database knows more steps than this version of Tutti, before anything is changed.
 * Returns the path of the copy, or null where none was needed.
 */
export function migrate(db: DatabaseSync, { migrations, backupFolder, stamp, appVersion }: MigrationOptions): string | null {
  const from = schemaVersion(db)
  const newest = migrations.at(-1)?.version ?? 0
  if (from > newest) {
    throw new TuttiError(
      'newer-data',
      `These data were written by a newer version of Tutti (format ${from}; Tutti ${appVersion} reads up to ${newest}). Start that version, or install the newest one.`,
      { data: { found: from, newest } },
    )
  }
  const missing = migrations.filter((step) => step.version > from)
  if (missing.length === 0) return null
  const backup = from === 0 ? null : backUp(db, join(backupFolder, `tutti-format-${from}-${stamp}.db`), backupFolder)
  for (const step of missing) take(db, step)
  return backup
}

function take(db: DatabaseSync, step: Migration): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    db.exec(step.sql)
    db.exec(`PRAGMA user_version = ${step.version}`)
    db.exec('COMMIT')
  } catch (cause) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw new TuttiError(
      'internal',
      `The data could not be brought to format ${step.version} (${step.name}). Nothing was changed; start the version of Tutti that you used before.`,
      { cause },
    )
  }
}

/** VACUUM INTO accepts an empty file, which lets the copy be readable by its owner alone from its first byte. */
function backUp(db: DatabaseSync, path: string, folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  closeSync(openSync(path, 'wx', 0o600))
  db.prepare('VACUUM INTO ?').run(path)
  return path
}
