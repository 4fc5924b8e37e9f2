import { join } from 'node:path'
import { openDatabase } from '../../src/main/store/open-database.ts'
import { SqliteJournal } from '../../src/main/store/sqlite-journal.ts'
import { RunId } from '../../src/shared/ids.ts'
import { attemptRecord, effectRecord, runRecord } from './records.ts'

/** Commits effects without end, several a turn, and prints the path of each one as soon as it is acknowledged. */
const { database } = openDatabase({ path: join(process.argv[2] ?? '', 'tutti.db'), now: 0, appVersion: '0.1.0' })
const journal = new SqliteJournal(database)
const runId = RunId.parse('r1')
await journal.createRun(runRecord('r1'), [])
for (let round = 0; ; round += 1) {
  const commits = Array.from({ length: 5 }, async (_, member) => {
    const path = `m${member}/model/${round}`
    await journal.commit({
      runId,
      effect: effectRecord(path, { text: 'word '.repeat(round % 7 === 0 ? 20_000 : 20) }),
      attempts: [attemptRecord(path)],
      events: [{ seq: round * 5 + member + 1, at: round, type: 'progress', done: round, total: 100, label: path }],
    })
    process.stdout.write(`${path}\n`)
  })
  await Promise.all(commits)
}
