import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
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

/** Where the system tells what processes do. */
const onLinux = test.skipIf(process.platform !== 'linux')

/** Processes that this one started. */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

/** Processor time in hundredths of a second, of all threads; null where it is gone, or dead and only not collected yet. */
function processorTime(pid: number): number | null {
  if (!existsSync(`/proc/${pid}/stat`)) return null
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return fields[0] === 'Z' ? null : Number(fields[11]) + Number(fields[12])
}

/** No process computes on, and neither does a thread of this one. */
async function expectIdle(): Promise<void> {
  await expect.poll(() => childrenOf(process.pid)).toEqual([])
  const { user, system } = process.cpuUsage()
  await new Promise((resolve) => setTimeout(resolve, 400))
  const after = process.cpuUsage()
  expect(after.user + after.system - user - system).toBeLessThan(200_000)
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

  const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n'
  const query = (statement: string, timeMs: number, signal: AbortSignal) =>
    sandbox.query({ file: database, sql: statement, maxRows: 10, maxCharacters: 1_000, timeMs }, signal)

  onLinux('that never end are stopped in time, and nothing computes on', async () => {
    await read('SELECT 1')
    const begun = performance.now()
    await expect(query(ENDLESS, 700, new AbortController().signal)).rejects.toThrow('The query did not end within 700 ms. It was stopped.')
    expect(performance.now() - begun).toBeLessThan(3_000)
    await expectIdle()
    expect(JSON.parse(await read('SELECT count(*) FROM orders'))).toMatchObject({ rows: [[3000]] })
  })

  onLinux('that never end are stopped with their run', async () => {
    await read('SELECT 1')
    const stop = new AbortController()
    const endless = query(ENDLESS, 60_000, stop.signal)
    setTimeout(() => stop.abort(new Error('stopped')), 200)
    await expect(endless).rejects.toThrow('stopped')
    await expectIdle()
  })

  test('that make enormous values fail, and the next one is answered', async () => {
    await expect(read('SELECT length(hex(zeroblob(400000000)))')).rejects.toThrow(/too big/)
    await expect(read('SELECT 1 AS one')).resolves.toContain('[[1]]')
  })

  onLinux('do not outlive Tutti, also where it is killed in the middle of one', async () => {
    const program = `
      import { Sandbox } from ${JSON.stringify(new URL('../../src/main/sandbox/sandbox.ts', import.meta.url).href)}
      const job = { file: ${JSON.stringify(database)}, sql: ${JSON.stringify(ENDLESS)}, maxRows: 1, maxCharacters: 10, timeMs: 60000 }
      void new Sandbox().query(job, new AbortController().signal).catch(() => undefined)`
    const tutti = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], { stdio: 'ignore' })
    await expect.poll(() => childrenOf(tutti.pid ?? 0), { timeout: 10_000 }).toHaveLength(1)
    const [child = 0] = childrenOf(tutti.pid ?? 0)
    await expect.poll(() => processorTime(child), { timeout: 10_000 }).toBeGreaterThan(30)
    tutti.kill('SIGKILL')
    await expect.poll(() => processorTime(child), { timeout: 5_000 }).toBeNull()
  })

  test('a file that is gone is named as such', async () => {
    const gone = { signal: new AbortController().signal, options: ToolOptions.parse({ database: join(folder, 'gone.db') }) }
    await expect(sql(sandbox).run({ sql: 'SELECT 1' }, gone)).rejects.toThrow(/not there any more/)
    expect(existsSync(join(folder, 'gone.db'))).toBe(false)
  })
})
