import { DatabaseSync } from 'node:sqlite'
import { Database } from './database.ts'

/** How long a statement of the worker waits for main's writer, which holds its lock for a few ms, in ms. */
const PATIENCE_MS = 5_000

/** Another connection to a database that the core has opened and brought up to date. */
export function connectBeside(path: string): Database {
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: PATIENCE_MS })
  db.exec('PRAGMA synchronous = NORMAL')
  return new Database(db)
}
