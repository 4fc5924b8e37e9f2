import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { openDatabase } from '../../src/main/store/open-database.ts'
import { temporaryFolder } from './fixtures.ts'

const Row = z.object({ key: z.string() })

function open(folder = temporaryFolder()) {
  const { database } = openDatabase({ path: join(folder, 'tutti.db'), now: 0, appVersion: '0.1.0' })
  onTestFinished(() => database.close())
  const add = (key: string) => database.run('INSERT INTO settings (key, body) VALUES (?, ?)', key, '1')
  const keys = () => database.all(Row, 'SELECT key FROM settings ORDER BY rowid').map((row) => row.key)
  return { database, add, keys, folder }
}

/** A busy machine may split a group in two, as the writer should; such a test is tried again. */
const oneGroup = { retry: 3 }

describe('the writer', () => {
  test('commits what is queued in one turn together, in order', oneGroup, async () => {
    const { database, add, keys } = open()
    const writes = ['a', 'b', 'c'].map((key) => database.write(() => void add(key)))
    expect(keys()).toEqual([])
    await nextTurn()
    expect(keys()).toEqual(['a', 'b', 'c'])
    await Promise.all(writes)
  })

  test('a failing write leaves nothing of itself and takes no other with it', async () => {
    const { database, add, keys } = open()
    const results = await Promise.allSettled([
      database.write(() => void add('a')),
      database.write(() => {
        add('half')
        throw new Error('stopped')
      }),
      database.write(() => void add('a')),
      database.write(() => void add('b')),
    ])
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(keys()).toEqual(['a', 'b'])
  })

  test('a write that SQLite ends the whole transaction for rejects the group and the next one works', oneGroup, async () => {
    const { database, add, keys } = open()
    const results = await Promise.allSettled([
      database.write(() => void add('a')),
      database.write(() => database.run('INSERT OR ROLLBACK INTO settings (key, body) SELECT key, body FROM settings')),
    ])
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected'])
    await database.write(() => void add('b'))
    expect(keys()).toEqual(['b'])
  })

  test('a full disk is told with its remedy, and writing goes on when there is space again', async () => {
    const { database, add, keys } = open()
    const pages = database.one(z.object({ page_count: z.number() }), 'PRAGMA page_count')?.page_count ?? 0
    const limit = (most: number) => database.all(z.unknown(), `PRAGMA max_page_count = ${most}`)
    const large = () => database.run('INSERT INTO settings (key, body) VALUES (?, ?)', 'large', 'x'.repeat(1_000_000))
    limit(pages)
    await expect(database.write(() => void large())).rejects.toMatchObject({ message: expect.stringContaining('disk is full') })
    limit(pages + 10_000)
    await Promise.all([database.write(() => void add('a')), database.write(() => void large())])
    expect(keys()).toEqual(['a', 'large'])
  })

  test('closing writes what is queued; a later write or read says that the database is closed', async () => {
    const { database, add, folder } = open()
    const write = database.write(() => void add('a'))
    database.close()
    await write
    await expect(database.write(() => void add('b'))).rejects.toMatchObject({ code: 'core-gone' })
    expect(() => database.all(Row, 'SELECT key FROM settings')).toThrow(expect.objectContaining({ code: 'core-gone' }))
    expect(open(folder).keys()).toEqual(['a'])
  })

  test('a long burst is committed in several groups, so that others get their turn', async () => {
    const { database, keys } = open()
    const writes = Array.from({ length: 3 }, (_, index) =>
      database.write(() => {
        database.run('INSERT INTO settings (key, body) VALUES (?, ?)', `k${index}`, '1')
        const end = performance.now() + (index === 0 ? 6 : 0)
        while (performance.now() < end) database.all(Row, 'SELECT key FROM settings')
      }),
    )
    await writes[0]
    expect(keys()).toEqual(['k0'])
    await Promise.all(writes)
    expect(keys()).toEqual(['k0', 'k1', 'k2'])
  })
})
