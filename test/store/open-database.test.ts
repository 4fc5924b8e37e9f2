import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import type { Migration } from '../../src/main/store/migrate.ts'
import { MIGRATIONS } from '../../src/main/store/migrations/all.ts'
import { openDatabase } from '../../src/main/store/open-database.ts'
import { SqliteJournal } from '../../src/main/store/sqlite-journal.ts'
import { inEnglish } from '../../src/shared/sentences/told.ts'
import { temporaryFolder } from './fixtures.ts'
import { runRecord } from './records.ts'

const NOW = Date.UTC(2026, 10, 20, 23, 35, 7)
const STAMP = '2026-11-20T23-35-07'

function open(folder: string, migrations?: readonly Migration[]) {
  const opened = openDatabase({ path: join(folder, 'tutti.db'), now: NOW, appVersion: '0.1.0', ...(migrations && { migrations }) })
  onTestFinished(() => opened.database.close())
  return { ...opened, journal: new SqliteJournal(opened.database) }
}

/** A database with one unfinished run, closed cleanly. */
async function written(): Promise<string> {
  const folder = temporaryFolder()
  const { database, journal } = open(folder)
  await journal.createRun(runRecord('r1'), [])
  database.close()
  return folder
}

const nextStep: Migration = { version: MIGRATIONS.length + 1, name: 'notes', sql: 'ALTER TABLE runs ADD COLUMN note TEXT' }
const brokenStep: Migration = {
  version: MIGRATIONS.length + 2,
  name: 'broken',
  sql: 'CREATE TABLE more (a TEXT) STRICT; SELECT * FROM nowhere',
}

describe.skipIf(process.platform === 'win32')('F6 the data folder', () => {
  test('is readable by its owner alone, the database and its log too', async () => {
    const folder = join(temporaryFolder(), 'new')
    const { journal } = open(folder)
    await journal.createRun(runRecord('r1'), [])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const name of readdirSync(folder)) expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600])
    expect(readdirSync(folder)).toContain('tutti.db-wal')
  })
})

describe('migrations', () => {
  test('bring an older database forward after a whole copy of it', async () => {
    const folder = await written()
    const { database, journal, notices } = open(folder, [...MIGRATIONS, nextStep])
    expect(database.one(z.object({ note: z.null() }), 'SELECT note FROM runs')).toEqual({ note: null })
    expect(await journal.unfinished()).toHaveLength(1)
    expect(notices).toEqual([])

    const copy = join(folder, 'backups', `tutti-format-${MIGRATIONS.length}-${STAMP}.db`)
    const backup = new DatabaseSync(copy, { readOnly: true })
    onTestFinished(() => backup.close())
    expect(backup.prepare('SELECT id FROM runs').all()).toEqual([{ id: 'r1' }])
    expect(backup.prepare('PRAGMA user_version').get()).toEqual({ user_version: MIGRATIONS.length })
    if (process.platform !== 'win32') expect(statSync(copy).mode & 0o777).toBe(0o600)
  })

  test('make no copy of a new or a current database', async () => {
    const folder = await written()
    open(folder).database.close()
    expect(existsSync(join(folder, 'backups'))).toBe(false)
  })

  test('a step that fails changes nothing, and the next version tries again', async () => {
    const folder = await written()
    expect(() => open(folder, [...MIGRATIONS, nextStep, brokenStep])).toThrow(`format ${MIGRATIONS.length + 2} (broken)`)
    const { journal } = open(folder, [...MIGRATIONS, nextStep])
    expect(await journal.unfinished()).toHaveLength(1)
  })

  test('a database of a newer version is refused untouched, with the remedy', async () => {
    const folder = await written()
    open(folder, [...MIGRATIONS, nextStep]).database.close()
    const before = readFileSync(join(folder, 'tutti.db'))
    expect(() => open(folder)).toThrow(
      expect.objectContaining({ code: 'newer-data', message: expect.stringContaining('install the newest') }),
    )
    expect(readFileSync(join(folder, 'tutti.db')).equals(before)).toBe(true)
  })
})

describe('a damaged database', () => {
  const damage: Record<string, (path: string) => void> = {
    'that is not a database': (path) => writeFileSync(path, 'not a database '.repeat(1000)),
    'whose middle was overwritten': (path) => {
      const bytes = readFileSync(path)
      bytes.fill(0xa5, 4096 * 2, 4096 * 10)
      writeFileSync(path, bytes)
    },
    'that was cut': (path) => writeFileSync(path, readFileSync(path).subarray(0, 4096 * 3 + 100)),
    "that is another program's": (path) => {
      writeFileSync(path, '')
      const other = new DatabaseSync(path)
      other.exec('CREATE TABLE songs (title TEXT)')
      other.close()
    },
  }

  test.each(Object.entries(damage))('%s is set aside under a name that is told, and Tutti starts', async (_, spoil) => {
    const folder = await written()
    spoil(join(folder, 'tutti.db'))
    const spoiled = readFileSync(join(folder, 'tutti.db'))
    const { journal, notices } = open(folder)
    expect(await journal.unfinished()).toEqual([])
    await journal.createRun(runRecord('r2'), [])
    expect(notices).toHaveLength(1)
    expect(inEnglish(notices)).toContain(`tutti.db.damaged-${STAMP}`)
    expect(readFileSync(join(folder, `tutti.db.damaged-${STAMP}`)).equals(spoiled)).toBe(true)
  })

  test('a second one of the same second does not replace the first', async () => {
    const folder = temporaryFolder()
    for (const text of ['first '.repeat(500), 'second '.repeat(500)]) {
      writeFileSync(join(folder, 'tutti.db'), text)
      open(folder).database.close()
    }
    expect(readFileSync(join(folder, `tutti.db.damaged-${STAMP}`), 'utf8')).toContain('first')
    expect(readFileSync(join(folder, `tutti.db.damaged-${STAMP}-2`), 'utf8')).toContain('second')
  })

  test('a folder in its place is set aside too', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'tutti.db'))
    expect(open(folder).notices).toHaveLength(1)
  })
})
