import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { connectBeside } from '../../src/main/store/connect-beside.ts'
import { openStore } from '../../src/main/store/open-store.ts'
import { retain } from '../../src/main/store/retain.ts'
import { ConversationId } from '../../src/shared/ids.ts'
import { standingClock, temporaryFolder } from './fixtures.ts'
import { attemptRecord, runRecord } from './records.ts'

const DAY = 24 * 60 * 60 * 1000

test('what is older than the user keeps is deleted; pinned and running ones stay, and spending still counts', async () => {
  const home = temporaryFolder()
  const store = await openStore({ home, clock: standingClock(), appVersion: '0.1.0' })
  const db = connectBeside(join(home, 'tutti.db'))
  onTestFinished(async () => {
    db.close()
    await store.close()
  })
  const ages = { old: 50, pinned: 50, running: 50, young: 10 }
  const now = 100 * DAY
  for (const [title, days] of Object.entries(ages))
    await store.conversations.create({ id: ConversationId.parse(title), title, at: now - days * DAY })
  await store.conversations.update(ConversationId.parse('pinned'), { pinned: true }, now)
  await store.journal.createRun(runRecord('r1', { conversationId: ConversationId.parse('running') }), [])
  await store.journal.createRun(runRecord('r2', { conversationId: ConversationId.parse('old'), state: 'done' }), [])
  await store.journal.commit({ runId: runRecord('r2').id, attempts: [attemptRecord('m1/model/0', { costMicros: 700, startedAt: now })] })

  expect(await retain(db, { now, days: 31 }, () => undefined)).toEqual(['old'])
  expect((await store.conversations.list()).map(({ title }) => title).sort()).toEqual(['pinned', 'running', 'young'])
  expect(await store.journal.history(runRecord('r2').id)).toBe(null)
  expect(await store.journal.spentSince(now - DAY)).toBe(700)
})
