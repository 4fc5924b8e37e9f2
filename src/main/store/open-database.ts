import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { say, type Words } from '../../shared/sentence.ts'
import { Database } from './database.ts'
import { type Migration, migrate, schemaVersion } from './migrate.ts'
import { MIGRATIONS } from './migrations/all.ts'
import { isDamage, storageError } from './storage-error.ts'

/** A file up to this size is checked at every start (about 30 ms); a larger one after an unclean end. */
const ALWAYS_CHECKED_BYTES = 16 * 1024 * 1024

export interface OpenedDatabase {
  readonly database: Database
  readonly notices: Words[]
}

export interface DatabaseOptions {
  readonly path: string
  /** Epoch ms, for the names of files that are set aside or copied. */
  readonly now: number
  readonly appVersion: string
  readonly migrations?: readonly Migration[]
  /** Called after each group of writes. Whoever listens also sees to it that the write-ahead log is written back, beside this thread. */
  readonly committed?: () => void
}

/**
 * Opens the database at `path`, creates it where there is none, and takes missing migrations.
 * A damaged file is renamed with its date, told in `notices`, and replaced by an empty one.
 * Throws TuttiError 'newer-data' for a database of a newer version, 'internal' where the folder cannot be read or written.
 */
export function openDatabase({ path, now, appVersion, migrations = MIGRATIONS, committed }: DatabaseOptions): OpenedDatabase {
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')
  const notices: Words[] = []
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  let db = openSound(path)
  if (db === null) {
    const aside = setAside(path, stamp)
    notices.push(say('notice.database-damaged', { file: aside }))
    db = connect(path)
  }
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 16777216;')
    migrate(db, { migrations, appVersion, stamp, backupFolder: join(dirname(path), 'backups') })
    // From here on nothing waits within a turn: the writer tries again later.
    db.exec('PRAGMA busy_timeout = 0')
    if (committed !== undefined) db.exec('PRAGMA wal_autocheckpoint = 0')
  } catch (thrown) {
    db.close()
    throw storageError(thrown)
  }
  return { database: new Database(db, committed), notices }
}

/** A connection to a sound database, or null where the file is damaged or something else. */
function openSound(path: string): DatabaseSync | null {
  if (existsSync(path) && !statSync(path).isFile()) return null
  const uncleanEnd = existsSync(`${path}-wal`)
  let db: DatabaseSync | null = null
  try {
    db = connect(path)
    const thorough = uncleanEnd || statSync(path).size <= ALWAYS_CHECKED_BYTES
    if (isSound(db, thorough)) return db
    db.close()
    return null
  } catch (thrown) {
    db?.close()
    if (isDamage(thrown)) return null
    throw storageError(thrown)
  }
}

function connect(path: string): DatabaseSync {
  // SQLite gives -wal and -shm the mode of the main file.
  closeSync(openSync(path, 'a', 0o600))
  return new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 2000 })
}

function isSound(db: DatabaseSync, thorough: boolean): boolean {
  const tables = Number(db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.tables ?? 0)
  // Tables without a format number are another program's.
  if (tables > 0 && schemaVersion(db) === 0) return false
  return !thorough || db.prepare('PRAGMA quick_check(1)').get()?.quick_check === 'ok'
}

/** Renames the database with its side files; returns the new name. Nothing is deleted. */
function setAside(path: string, stamp: string): string {
  let aside = `${path}.damaged-${stamp}`
  for (let copy = 2; existsSync(aside); copy += 1) aside = `${path}.damaged-${stamp}-${copy}`
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix)
  }
  return basename(aside)
}
