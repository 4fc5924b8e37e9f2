import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { openDatabase } from '../../src/main/store/open-database.ts'
import { SqliteJournal } from '../../src/main/store/sqlite-journal.ts'
import { RunId } from '../../src/shared/ids.ts'
import { temporaryFolder } from './fixtures.ts'
import { attemptRecord, effectRecord, runRecord, startedEvent } from './records.ts'

function openJournal(folder = temporaryFolder()) {
  const { database } = openDatabase({ path: join(folder, 'tutti.db'), now: 0, appVersion: '0.1.0' })
  onTestFinished(() => database.close())
  return { database, journal: new SqliteJournal(database), folder }
}

const runId = RunId.parse('r1')

describe('D8 the journal', () => {
  test('hands a run back whole after a restart', async () => {
    const { database, journal, folder } = openJournal()
    const run = runRecord('r1')
    const started = startedEvent(null, null, 2)
    const effect = effectRecord('m1/model/0', { text: '391', list: [1, null, 'ü'] })
    const attempt = attemptRecord('m1/model/0')
    await journal.createRun(run, [started])
    await journal.commit({ runId, attempts: [attemptRecord('m1/model/0', { state: 'open', costMicros: null, usage: null, text: '' })] })
    await journal.commit({
      runId,
      effect,
      attempts: [attempt],
      events: [{ seq: 2, at: 1, type: 'progress', done: 1, total: 2, label: '' }],
    })
    database.close()

    const again = openJournal(folder)
    expect(await again.journal.history(runId)).toEqual({
      run,
      effects: [effect],
      attempts: [attempt],
      events: [started, { seq: 2, at: 1, type: 'progress', done: 1, total: 2, label: '' }],
    })
    expect(await again.journal.unfinished()).toEqual([run])
    expect(await again.journal.events(runId)).toEqual((await again.journal.history(runId))?.events)
    expect(await again.journal.events(RunId.parse('none'))).toBeNull()
  })

  test('keeps a failed effect with the error that it is replayed with', async () => {
    const { journal } = openJournal()
    await journal.createRun(runRecord('r1'), [])
    const error = { code: 'wrong-key', message: 'Google refused this key (401).', retryable: false, status: 401 } as const
    const effect = { ...effectRecord('m1/model/0'), outcome: { ok: false, error } } as const
    await journal.commit({ runId, effect })
    expect((await journal.history(runId))?.effects).toEqual([effect])
  })

  test('a commit that fails leaves nothing of itself and nothing of its neighbours is lost', async () => {
    const { journal } = openJournal()
    await journal.createRun(runRecord('r1'), [])
    await journal.commit({ runId, effect: effectRecord('m1/model/0') })
    const results = await Promise.allSettled([
      journal.commit({ runId, effect: effectRecord('m2/model/0') }),
      journal.commit({ runId, attempts: [attemptRecord('lost')], effect: effectRecord('m1/model/0', 'a second result') }),
      journal.commit({ runId: RunId.parse('unknown'), state: 'done' }),
      journal.commit({ runId, effect: effectRecord('m3/model/0') }),
    ])
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    const history = await journal.history(runId)
    expect(history?.effects.map((effect) => effect.path)).toEqual(['m1/model/0', 'm2/model/0', 'm3/model/0'])
    expect(history?.effects[0]?.outcome).toEqual({ ok: true, value: { text: '391' } })
    expect(history?.attempts).toEqual([])
  })

  test('keeps a large result once, compressed, however often it is journaled', async () => {
    const { database, journal } = openJournal()
    await journal.createRun(runRecord('r1'), [])
    const value = { text: 'All models agree. '.repeat(20_000) }
    await journal.commit({ runId, effect: effectRecord('m1/model/0', value) })
    await journal.commit({ runId, effect: effectRecord('m2/model/0', value) })
    expect((await journal.history(runId))?.effects.map((effect) => effect.outcome)).toEqual([
      { ok: true, value },
      { ok: true, value },
    ])
    const stored = database.all(z.object({ size: z.number() }), 'SELECT length(bytes) AS size FROM large_values')
    expect(stored).toHaveLength(1)
    expect(stored[0]?.size).toBeLessThan(40_000)
  })

  test('a step without a result is handed back without one', async () => {
    const { journal } = openJournal()
    await journal.createRun(runRecord('r1'), [])
    await journal.commit({ runId, effect: { ...effectRecord('tidy/0'), outcome: { ok: true, value: undefined } } })
    expect((await journal.history(runId))?.effects[0]?.outcome).toEqual({ ok: true, value: undefined })
  })

  test('does not keep deltas, and knows nothing of a run that was never created', async () => {
    const { journal } = openJournal()
    await journal.createRun(runRecord('r1'), [
      { seq: 1, at: 1, type: 'speaker-delta', speaker: 'm1', channel: 'text', offset: 0, text: 'a' },
    ])
    expect((await journal.history(runId))?.events).toEqual([])
    expect(await journal.history(RunId.parse('r2'))).toBeNull()
  })
})

describe('D10 what was spent', () => {
  test('counts settled costs, and reservations in full while they are open or lost', async () => {
    const { journal } = openJournal()
    await journal.createRun(runRecord('r1'), [])
    const at = (startedAt: number, change: Parameters<typeof attemptRecord>[1]) => attemptRecord(`p${startedAt}`, { startedAt, ...change })
    await journal.commit({
      runId,
      attempts: [
        at(99, { costMicros: 1_000_000 }),
        at(100, { costMicros: 300, reservedMicros: 900 }),
        at(101, { state: 'open', costMicros: null, reservedMicros: 20 }),
        at(102, { state: 'lost', costMicros: null, reservedMicros: 7 }),
        at(103, { state: 'done', costMicros: null, reservedMicros: 5000 }),
      ],
    })
    expect(await journal.spentSince(100)).toBe(327)
    expect(await journal.spentSince(104)).toBe(0)
  })

  test('the dearest run includes its parts', async () => {
    const { journal } = openJournal()
    await journal.createRun(runRecord('old', { startedAt: 10 }), [])
    await journal.createRun(runRecord('r1', { startedAt: 100 }), [])
    await journal.createRun(runRecord('part', { startedAt: 110, parentId: runId }), [])
    await journal.createRun(runRecord('r2', { startedAt: 120 }), [])
    await journal.commit({ runId: RunId.parse('old'), attempts: [attemptRecord('a', { costMicros: 9999 })] })
    await journal.commit({ runId, attempts: [attemptRecord('a', { costMicros: 300 })] })
    await journal.commit({ runId: RunId.parse('part'), attempts: [attemptRecord('a', { costMicros: 250 })] })
    await journal.commit({ runId: RunId.parse('r2'), attempts: [attemptRecord('a', { costMicros: 500 })] })
    expect(await journal.dearestRunSince(100)).toBe(550)
    expect(await journal.dearestRunSince(200)).toBe(0)
  })
})
