import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { RecentRuns } from '../../src/main/kernel/journal.ts'
import { MIGRATIONS } from '../../src/main/store/migrations/all.ts'
import { openDatabase } from '../../src/main/store/open-database.ts'
import { SqliteJournal } from '../../src/main/store/sqlite-journal.ts'
import { ModelRef, PresetId, RunId } from '../../src/shared/ids.ts'
import { temporaryFolder } from './fixtures.ts'
import { attemptRecord, runRecord, startedEvent } from './records.ts'

const RUNS = 5_000
const RARE = ModelRef.parse('openai/rare')
const OTHER = PresetId.parse('other')

const started = (number: number) => {
  const event = startedEvent(null, null, 2)
  if (event.type !== 'run-started') throw new Error('The event of a start is another one now.')
  if (number % 1_000 !== 0) return event
  const speakers = event.speakers.map((speaker, at) => (at === 0 ? { ...speaker, model: RARE } : speaker))
  return { ...event, presetId: OTHER, speakers }
}

describe('a list of runs', () => {
  let journal: SqliteJournal
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tutti-store-'))
    const { database } = openDatabase({ path: join(folder, 'tutti.db'), now: 0, appVersion: '0.1.0' })
    journal = new SqliteJournal(database)
    const stored: Promise<void>[] = []
    for (let number = 1; number <= RUNS; number += 1) {
      const run = runRecord(`r${number}`, {
        // Four start at the same time.
        startedAt: Math.floor(number / 4),
        state: 'done',
        orchestrator: number % 2_500 === 0 ? 'pipeline' : 'advanced',
      })
      stored.push(journal.createRun(run, [started(number)]))
      const model = number === 7 ? ModelRef.parse('google/fallback') : ModelRef.parse('openai/gpt-5')
      stored.push(journal.commit({ runId: run.id, attempts: [attemptRecord('m1/model/0', { model, endedAt: 10_000 + number })] }))
    }
    await Promise.all(stored)
    return () => {
      database.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }, 60_000)

  const list = async (wanted: Partial<RecentRuns>) =>
    (await journal.recent({ states: [], query: '', limit: 100, ...wanted })).map(({ id }) => id)

  test('is exact over all there are, by preset, model and orchestrator', async () => {
    const thousands = ['r5000', 'r4000', 'r3000', 'r2000', 'r1000']
    expect(await list({ presetId: OTHER })).toEqual(thousands)
    expect(await list({ model: RARE })).toEqual(thousands)
    expect(await list({ model: ModelRef.parse('google/fallback') })).toEqual(['r7'])
    expect(await list({ orchestrator: 'pipeline' })).toEqual(['r5000', 'r2500'])
    expect(await list({ presetId: OTHER, orchestrator: 'pipeline' })).toEqual(['r5000'])
  })

  test('has the runs behind a figure: with a call that ended in a time, of a model', async () => {
    const calls = { from: 10_007, to: 10_009 }
    expect(await list({ calls })).toEqual(['r8', 'r7'])
    expect(await list({ calls, model: ModelRef.parse('google/fallback') })).toEqual(['r7'])
    expect(await list({ calls, model: RARE })).toEqual([])
  })

  test('goes on below a run, without a gap and without one that is there twice', async () => {
    const seen: string[] = []
    for (let after: RunId | null = null; ; ) {
      const page = await journal.recent({ states: ['done'], query: '', limit: 300, after })
      seen.push(...page.map(({ id }) => id))
      const last = page.at(-1)
      if (!last) break
      after = last.id
    }
    expect(seen).toEqual(Array.from({ length: RUNS }, (_, at) => `r${RUNS - at}`))
  })
})

test('runs of an older database are found by preset and model too', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'tutti.db')
  const old = new DatabaseSync(path)
  for (const { version, sql } of MIGRATIONS.filter((step) => step.version < 9)) old.exec(`${sql}; PRAGMA user_version = ${version}`)
  const { seq, at, ...body } = started(1_000)
  old.exec(`INSERT INTO runs (id, orchestrator, orchestrator_version, app_version, seed, title, state, allow_no_price, started_at)
    VALUES ('r1', 'advanced', 1, '0.1.0', '', '', 'done', 0, 5)`)
  old
    .prepare(`INSERT INTO run_events (run_id, seq, at, type, body) VALUES ('r1', ?, ?, 'run-started', ?)`)
    .run(seq, at, JSON.stringify(body))
  old.close()
  const { database } = openDatabase({ path, now: 0, appVersion: '0.1.0' })
  onTestFinished(() => database.close())
  const journal = new SqliteJournal(database)
  for (const wanted of [{ presetId: OTHER }, { model: RARE }]) {
    expect((await journal.recent({ states: [], query: '', limit: 5, ...wanted })).map(({ id }) => id)).toEqual([RunId.parse('r1')])
  }
})
