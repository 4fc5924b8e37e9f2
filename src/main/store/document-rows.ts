import type { ZodType } from 'zod'
import { z } from 'zod'
import { say, type Words } from '../../shared/sentence.ts'
import type { Database } from './database.ts'

/** Tables of what the user set up: a key and a JSON body that is parsed with its schema at every read. */
export type DocumentTable = 'settings' | 'providers' | 'presets' | 'models' | 'model_lists' | 'tabs' | 'prompts' | 'pipelines'

const DocumentRow = z.object({ key: z.string(), body: z.string() })
type DocumentRow = z.infer<typeof DocumentRow>

/**
 * Reads the table in its order. A row that does not parse is moved to `damaged_rows` and told through `notify`; the rest is returned.
 * `schema`: of every row, or by the row's key. `now`: epoch ms.
 */
export async function readDocuments<T>(
  db: Database,
  table: DocumentTable,
  schema: ZodType<T> | ((key: string) => ZodType<T>),
  now: number,
  notify: (notice: Words) => void,
): Promise<{ key: string; value: T }[]> {
  const sound: { key: string; value: T }[] = []
  const order = table === 'settings' ? 'key' : 'position, key'
  for (const row of db.all(DocumentRow, `SELECT key, body FROM ${table} ORDER BY ${order}`)) {
    const parsed = parseBody(typeof schema === 'function' ? schema(row.key) : schema, row.body)
    if (parsed.success) sound.push({ key: row.key, value: parsed.value })
    else if (await setAside(db, table, row, parsed.problem, now)) {
      notify(say('notice.row', { what: say(`notice.row.${table}`), key: row.key }))
    }
  }
  return sound
}

function parseBody<T>(schema: ZodType<T>, body: string): { success: true; value: T } | { success: false; problem: string } {
  try {
    const parsed = schema.safeParse(JSON.parse(body))
    return parsed.success ? { success: true, value: parsed.data } : { success: false, problem: parsed.error.message }
  } catch (thrown) {
    return { success: false, problem: String(thrown) }
  }
}

/** Moves the row unless it was replaced or moved meanwhile; tells whether it did. */
async function setAside(db: Database, table: DocumentTable, row: DocumentRow, problem: string, now: number): Promise<boolean> {
  let moved = false
  await db.write(() => {
    moved = db.run(`DELETE FROM ${table} WHERE key = ? AND body = ?`, row.key, row.body) > 0
    const sql = 'INSERT INTO damaged_rows (table_name, key, body, problem, at) VALUES (?, ?, ?, ?, ?)'
    if (moved) db.run(sql, table, row.key, row.body, problem, now)
  })
  return moved
}

/** Inside a write. A new key goes to the end; a known one keeps its place; an equal body is not written again. */
export function saveDocument(db: Database, table: Exclude<DocumentTable, 'settings'>, key: string, value: unknown): void {
  db.run(
    `INSERT INTO ${table} (key, position, body) VALUES (?, (SELECT ifnull(max(position), 0) + 1 FROM ${table}), ?)
     ON CONFLICT (key) DO UPDATE SET body = excluded.body WHERE body <> excluded.body`,
    key,
    JSON.stringify(value),
  )
}
