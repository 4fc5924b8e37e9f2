import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../src/main/kernel/clock.ts'
import type { AttemptRecord } from '../../src/main/kernel/journal.ts'
import { LiveBoard } from '../../src/main/metrics/live-board.ts'
import { Metrics } from '../../src/main/metrics/metrics.ts'
import { openStore } from '../../src/main/store/open-store.ts'
import { type ModelRef, RunId } from '../../src/shared/ids.ts'
import { attemptRecord, effectRecord, runRecord, startedEvent } from '../store/records.ts'

export const NOON = new Date(2026, 4, 20, 12, 0, 30).getTime()
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Metrics over a real database whose clock stands at `now` until it is set. */
export async function openMetrics(options: { home?: string; now?: number } = {}) {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'tutti-metrics-'))
  const time = { now: options.now ?? NOON }
  const clock = { ...systemClock, now: () => time.now }
  const store = await openStore({ home, clock, appVersion: '0' })
  const faults: unknown[] = []
  const board = new LiveBoard({
    clock,
    endpointOf: (model) => ({ id: model.split('/')[0] ?? '', name: 'Test', concurrency: 2 }),
    kindOf: () => ({ strategy: 'voting', task: 'math' }),
    runsRunning: () => 0,
  })
  const metrics = new Metrics({ store: store.metrics, board, clock, taskOf: () => 'math', onFault: (thrown) => faults.push(thrown) })
  return {
    home,
    time,
    store,
    board,
    metrics,
    faults,
    close: async () => {
      await metrics.close()
      await store.close()
    },
  }
}

type Opened = Awaited<ReturnType<typeof openMetrics>>

/** A run with these attempts, each of an effect of its own that is answered where its last attempt is done. Returns its id. */
export async function addRun(
  { store }: Opened,
  id: string,
  attempts: readonly (Partial<AttemptRecord> & { endedAt: number; model?: ModelRef })[],
  ended: { at: number; state?: 'done' | 'failed' | 'cancelled' } | null = null,
): Promise<RunId> {
  const runId = RunId.parse(id)
  await store.journal.createRun(runRecord(id, { startedAt: attempts[0]?.startedAt ?? 0 }), [startedEvent(null, null, 2)])
  for (const [index, attempt] of attempts.entries()) {
    const path = attempt.path ?? `m${index + 1}/model/0`
    const done = attemptRecord(path, { startedAt: attempt.endedAt - 1000, ...attempt })
    const answered = done.state === 'done' ? { effect: effectRecord(path) } : {}
    await store.journal.commit({ runId, attempts: [done], ...answered })
  }
  if (ended) {
    const { at, state = 'done' } = ended
    const costMicros = attempts.reduce((sum, attempt) => sum + (attempt.costMicros ?? 300), 0)
    await store.journal.commit({
      runId,
      state,
      events: [{ seq: 2, at, type: 'run-finished', state, outcome: null, error: null, costMicros }],
    })
  }
  return runId
}
