import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, test } from 'vitest'
import { Sandbox } from '../../src/main/sandbox/sandbox.ts'
import { sql } from '../../src/main/tools/built-in/sql.ts'
import { ToolOptions } from '../../src/shared/tool.ts'

const folder = mkdtempSync(join(tmpdir(), 'tutti-sql-'))
const database = join(folder, 'shop.db')
const other = join(folder, 'other.db')
for (const file of [database, other]) {
  const db = new DatabaseSync(file)
  db.exec(
    "CREATE TABLE orders (id INTEGER PRIMARY KEY, what TEXT, cents INTEGER, photo BLOB); INSERT INTO orders VALUES (1, 'tea; cups', 9007199254740993, x'0102')",
  )
  db.exec(
    "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO orders SELECT i, 'tea', i, NULL FROM n",
  )
  db.close()
}

const sandbox = new Sandbox()
afterAll(() => sandbox.close())
const read = async (statement: string, rows = 100) =>
  sql(sandbox).run({ sql: statement, rows }, { signal: new AbortController().signal, options: ToolOptions.parse({ database }) })

describe('B10 queries', () => {
  test('give rows with exact numbers', async () => {
    expect(JSON.parse(await read("SELECT id, what, cents, photo FROM orders WHERE what = 'tea; cups' -- a comment; with one"))).toEqual({
      columns: ['id', 'what', 'cents', 'photo'],
      rows: [[1, 'tea; cups', '9007199254740993', '<2 bytes>']],
    })
    await expect(read('PRAGMA table_info(orders)')).resolves.toContain('cents')
    await expect(read('SELECT 1 AS a, 2 AS a;')).resolves.toContain('[[1,2]]')
  })

  test('stop at the row limit and say that there are more', async () => {
    const answer: unknown = JSON.parse(await read('SELECT id FROM orders', 2))
    expect(answer).toMatchObject({ rows: [[1], [2]], cut: 'There are more; these are the first 2.' })
    expect((await read("SELECT printf('%.*c', 1000000, 'x') FROM orders", 1000)).length).toBeLessThan(60_000)
  })

  test.each([
    "INSERT INTO orders VALUES (9999, 'x', 1, NULL)",
    'DELETE FROM orders',
    'UPDATE orders SET cents = 0',
    'DROP TABLE orders',
    'CREATE TABLE t (a)',
    'CREATE TEMP TABLE t (a)',
    `ATTACH '${other}' AS other`,
    `VACUUM INTO '${join(folder, 'copy.db')}'`,
    'PRAGMA journal_mode = DELETE',
    'PRAGMA writable_schema = 1',
    'PRAGMA database_list',
    "SELECT load_extension('evil.so')",
    'SELECT 1; DELETE FROM orders',
    "SELECT ';' /* ; */ ; SELECT 2",
    'BEGIN',
    'SELECT nothing FROM nowhere',
  ])('%s is refused', async (statement) => {
    await expect(read(statement)).rejects.toMatchObject({ code: 'invalid-input' })
    expect(JSON.parse(await read('SELECT count(*) FROM orders'))).toMatchObject({ rows: [[3000]] })
    expect(existsSync(join(folder, 'copy.db'))).toBe(false)
  })

  test('a file that is gone is named as such', async () => {
    const gone = { signal: new AbortController().signal, options: ToolOptions.parse({ database: join(folder, 'gone.db') }) }
    await expect(sql(sandbox).run({ sql: 'SELECT 1' }, gone)).rejects.toThrow(/not there any more/)
    expect(existsSync(join(folder, 'gone.db'))).toBe(false)
  })
})
