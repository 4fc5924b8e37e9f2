import { constants, DatabaseSync, type SQLOutputValue } from 'node:sqlite'
import type { QueryJob } from './sandbox-job.ts'

const READING: ReadonlySet<number> = new Set([
  constants.SQLITE_SELECT,
  constants.SQLITE_READ,
  constants.SQLITE_FUNCTION,
  constants.SQLITE_RECURSIVE,
])
/** They describe tables; every other one may change something or tell of files. */
const PRAGMAS: ReadonlySet<string> = new Set(['table_info', 'table_xinfo', 'table_list', 'index_list', 'index_info', 'foreign_key_list'])
/** Bytes of one text or blob; a statement that makes a longer one fails. */
const LONGEST = 64 * 1024 * 1024
/** The types do not know of limits yet. */
const READ_ONLY = { readOnly: true, allowExtension: false, timeout: 1_000, limits: { length: LONGEST } }
const QUOTED_OR_COMMENT = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g

/** Rows of one statement as JSON. The file is opened for reading, and the statement may do nothing else: it opens no other file. */
export function query({ file, sql, maxRows, maxCharacters }: QueryJob): string {
  if (
    sql
      .replace(QUOTED_OR_COMMENT, ' ')
      .replace(/[;\s]+$/, '')
      .includes(';')
  )
    throw new Error('Write one statement alone.')
  const db = new DatabaseSync(file, READ_ONLY)
  try {
    db.setAuthorizer((action, first) => {
      if (action === constants.SQLITE_PRAGMA) return PRAGMAS.has(first ?? '') ? constants.SQLITE_OK : constants.SQLITE_DENY
      return READING.has(action) ? constants.SQLITE_OK : constants.SQLITE_DENY
    })
    const statement = db.prepare(sql)
    statement.setReturnArrays(true)
    statement.setReadBigInts(true)
    const columns = statement.columns().map(({ name }) => name)
    const rows: unknown[] = []
    let characters = 0
    let more = false
    for (const row of statement.iterate()) {
      const plain = Object.values(row).map(plainValue)
      characters += JSON.stringify(plain).length
      more = rows.length === maxRows || characters > maxCharacters
      if (more) break
      rows.push(plain)
    }
    return JSON.stringify({ columns, rows, ...(more ? { cut: `There are more; these are the first ${rows.length}.` } : {}) })
  } finally {
    db.close()
  }
}

function plainValue(value: SQLOutputValue): string | number | null {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
  return value instanceof Uint8Array ? `<${value.length} bytes>` : value
}
