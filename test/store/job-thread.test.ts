import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { connectBeside } from '../../src/main/store/connect-beside.ts'
import { openDatabase } from '../../src/main/store/open-database.ts'
import { openStore } from '../../src/main/store/open-store.ts'
import { SqliteJournal } from '../../src/main/store/sqlite-journal.ts'
import { jobKind } from '../../src/main/store/worker/job.ts'
import { JobThread } from '../../src/main/store/worker/job-thread.ts'
import { checkpointJob, searchConversationsJob, searchMessagesJob } from '../../src/main/store/worker/store-job-kinds.ts'
import { ConversationId } from '../../src/shared/ids.ts'
import { MessageQuery } from '../../src/shared/message-search.ts'
import { standingClock, temporaryFolder } from './fixtures.ts'
import { attemptRecord, effectRecord, runRecord } from './records.ts'

function threadOn(home: string, idleMs?: number) {
  const { database } = openDatabase({ path: join(home, 'tutti.db'), now: 0, appVersion: '0.1.0' })
  const thread = new JobThread({ home, ...(idleMs === undefined ? {} : { idleMs }) })
  onTestFinished(async () => {
    await thread.close()
    database.close()
  })
  return thread
}

const words = MessageQuery.parse({ query: 'anything' })

describe('the worker thread', () => {
  test('answers many questions at a time, and again after it had ended for being idle', async () => {
    const thread = threadOn(temporaryFolder(), 1)
    const answers = await Promise.all(Array.from({ length: 20 }, () => thread.run(searchMessagesJob, words)))
    expect(answers).toEqual(Array.from({ length: 20 }, () => ({ hits: [], total: 0 })))
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(await thread.run(searchConversationsJob, 'anything')).toEqual([])
  })

  test('a job that nobody waits for any more rejects at once with the reason', async () => {
    const thread = threadOn(temporaryFolder())
    const stop = new AbortController()
    const asked = thread.run(searchMessagesJob, words, { signal: stop.signal })
    stop.abort(new Error('typed on'))
    await expect(asked).rejects.toThrow('typed on')
    await expect(thread.run(searchMessagesJob, words, { signal: stop.signal })).rejects.toThrow('typed on')
    expect(await thread.run(checkpointJob, null)).toBe(null)
  })

  test('an error in it arrives as it is, and the next job works', async () => {
    const thread = threadOn(temporaryFolder())
    await expect(thread.run(jobKind<null, null>('no such job'), null)).rejects.toMatchObject({ code: 'internal' })
    expect(await thread.run(checkpointJob, null)).toBe(null)
  })

  test('closing ends what it does', async () => {
    const thread = threadOn(temporaryFolder())
    const asked = thread.run(searchMessagesJob, words)
    const ended = expect(asked).rejects.toMatchObject({ code: 'core-gone' })
    await thread.close()
    await ended
    await expect(thread.run(searchMessagesJob, words)).rejects.toMatchObject({ code: 'core-gone' })
  })
})

test('main goes on while the worker writes, and its own write comes as soon as that is done', async () => {
  const home = temporaryFolder()
  const store = await openStore({ home, clock: standingClock(), appVersion: '0.1.0' })
  const beside = connectBeside(join(home, 'tutti.db'))
  onTestFinished(async () => {
    beside.close()
    await store.close()
  })
  let turns = 0
  let written = false
  const holding = beside.write(() => {
    void store.conversations.create({ id: ConversationId.parse('c'), title: 'Larch', at: 1 }).then(() => {
      written = true
    })
    const end = performance.now() + 40
    while (performance.now() < end) beside.run('UPDATE conversations SET title = title WHERE 0')
  })
  await holding
  while (!written) {
    turns += 1
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(turns).toBeGreaterThan(0)
  expect((await store.conversations.list()).map(({ title }) => title)).toEqual(['Larch'])
})

test('a long history is the same whether it is read in the worker or on main', async () => {
  const home = temporaryFolder()
  const store = await openStore({ home, clock: standingClock(), appVersion: '0.1.0' })
  const beside = connectBeside(join(home, 'tutti.db'))
  onTestFinished(async () => {
    beside.close()
    await store.close()
  })
  const run = runRecord('long')
  await store.journal.createRun(run, [])
  const paths = Array.from({ length: 500 }, (_, index) => `m1/model/${index}`)
  await Promise.all(
    paths.map((path) => store.journal.commit({ runId: run.id, effect: effectRecord(path), attempts: [attemptRecord(path)] })),
  )
  const history = await store.journal.history(run.id)
  expect(history?.effects).toHaveLength(500)
  expect(history).toEqual(await new SqliteJournal(beside).history(run.id))
  expect((await store.journal.recent({ states: [], query: '17', limit: 5 })).map(({ id }) => id)).toEqual([run.id])
})
