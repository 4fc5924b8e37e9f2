import { z } from 'zod'
import { EntryRef, MemoryEntry, type MemoryPlace } from '../kernel/memory/memory-entry.ts'
import type { MemoryStore, StoredSpace } from '../kernel/memory/memory-store.ts'
import type { Database } from './database.ts'
import { loadJson, storeJson } from './large-values.ts'

const EntryRow = z.object({
  key: z.string(),
  version: z.number(),
  value: z.string().nullable(),
  value_hash: z.string().nullable(),
  produced_by: z.string(),
  sources: z.string(),
  at: z.number(),
  expires_at: z.number().nullable(),
  bytes: z.number(),
})

/** Its value expired or made room. Of each key the newest such row stays: its number counts. */
const EMPTY = 'value IS NULL AND value_hash IS NULL'

const LatestRow = z.object({ key: z.string(), version: z.number() })
const Sources = z.array(EntryRef).readonly()

/** The shared context of conversations, projects and the data folder. */
export class ContextStore implements MemoryStore {
  readonly #db: Database
  readonly #now: () => number

  constructor(db: Database, clock: { now(): number }) {
    this.#db = db
    this.#now = () => clock.now()
  }

  async load(place: MemoryPlace): Promise<StoredSpace> {
    const { scope, id } = place
    const rows = this.#db.all(
      EntryRow,
      `SELECT * FROM context_entries WHERE scope = ? AND place = ? AND NOT (${EMPTY})
         AND (expires_at IS NULL OR expires_at > ?) ORDER BY at, key, version`,
      scope,
      id,
      this.#now(),
    )
    const latest = this.#db.all(
      LatestRow,
      'SELECT key, MAX(version) AS version FROM context_entries WHERE scope = ? AND place = ? GROUP BY key',
      scope,
      id,
    )
    const entries = rows.map((row) =>
      MemoryEntry.parse({
        ...{
          place,
          key: row.key,
          version: row.version,
          producedBy: row.produced_by,
          at: row.at,
          expiresAt: row.expires_at,
          bytes: row.bytes,
        },
        value: loadJson(this.#db, { text: row.value, hash: row.value_hash }),
        from: Sources.parse(JSON.parse(row.sources)),
      }),
    )
    return { entries, latest: new Map(latest.map(({ key, version }) => [key, version])) }
  }

  save({ place, key, version, value, producedBy, from, at, expiresAt, bytes }: MemoryEntry): Promise<void> {
    return this.#db.write(() => {
      const { text, hash } = storeJson(this.#db, value)
      this.#db.run(
        `INSERT INTO context_entries (scope, place, key, version, value, value_hash, produced_by, sources, at, expires_at, bytes)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        place.scope,
        place.id,
        key,
        version,
        text,
        hash,
        producedBy,
        JSON.stringify(from),
        at,
        expiresAt,
        bytes,
      )
    })
  }

  drop({ place, key, version }: Pick<MemoryEntry, 'place' | 'key' | 'version'>): Promise<void> {
    return this.#db.write(() => {
      this.#db.run(
        'UPDATE context_entries SET value = NULL, value_hash = NULL WHERE scope = ? AND place = ? AND key = ? AND version = ?',
        place.scope,
        place.id,
        key,
        version,
      )
      this.#db.run(
        `DELETE FROM context_entries WHERE scope = ?1 AND place = ?2 AND key = ?3 AND ${EMPTY} AND version <
           (SELECT MAX(version) FROM context_entries WHERE scope = ?1 AND place = ?2 AND key = ?3)`,
        place.scope,
        place.id,
        key,
      )
    })
  }
}

/** Inside a write: values whose time was over at `now` (epoch ms), and whatever belonged to conversations that are gone. */
export function purgeContext(db: Database, now: number): void {
  db.run('UPDATE context_entries SET value = NULL, value_hash = NULL WHERE expires_at <= ?', now)
  db.run(`DELETE FROM context_entries WHERE scope = 'conversation' AND place NOT IN (SELECT id FROM conversations)`)
  db.run(`DELETE FROM context_entries AS entry WHERE ${EMPTY} AND EXISTS (
    SELECT 1 FROM context_entries WHERE scope = entry.scope AND place = entry.place AND key = entry.key AND version > entry.version)`)
}
