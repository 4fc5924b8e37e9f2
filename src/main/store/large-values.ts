import { createHash } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import { z } from 'zod'
import { TuttiError } from '../../shared/errors.ts'
import type { Database } from './database.ts'

/** Longer JSON (in characters) is kept once under its hash, compressed. */
const INLINE_CHARACTERS = 64 * 1024

const StoredRow = z.object({ bytes: z.instanceof(Uint8Array) })

/** JSON as two columns of a row: the text itself, or the hash of its place in `large_values`. Both null: `undefined`. */
export interface JsonColumns {
  readonly text: string | null
  readonly hash: string | null
}

/** Inside a write. Level 1: a megabyte takes about 10 ms, and an answer of that size is rare. */
export function storeJson(db: Database, value: unknown): JsonColumns {
  const text = JSON.stringify(value)
  if (text === undefined) return { text: null, hash: null }
  if (text.length <= INLINE_CHARACTERS) return { text, hash: null }
  const hash = createHash('sha256').update(text).digest('hex')
  db.run('INSERT INTO large_values (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING', hash, deflateSync(text, { level: 1 }))
  return { text: null, hash }
}

export function loadJson(db: Database, columns: JsonColumns): unknown {
  if (columns.text !== null) return JSON.parse(columns.text)
  if (columns.hash === null) return undefined
  const row = db.one(StoredRow, 'SELECT bytes FROM large_values WHERE hash = ?', columns.hash)
  if (row === null) throw new TuttiError('damaged', `The stored value ${columns.hash.slice(0, 12)} is missing from the database.`)
  return JSON.parse(inflateSync(row.bytes).toString('utf8'))
}
