import { z } from 'zod'
import { ModelRef, RunId } from '../../shared/ids.ts'
import type { BehindQuery, RunsBehind } from '../../shared/metrics.ts'
import { Attempt } from '../../shared/model.ts'
import { RunState } from '../../shared/run.ts'
import { StoredTally, storedTally, type Tally } from '../../shared/tally.ts'
import type { CallFact, PendingFacts, RunFact, RunKind } from '../kernel/journal-facts.ts'
import type { Database } from './database.ts'
import { loadJson } from './large-values.ts'
import { selectEvents, UsageColumns, usageOf } from './run-rows.ts'
import { allOf, callsIn, ofKind } from './wanted-runs.ts'

/** Counts of one step of time with one value of each dimension; a run's own counts stand under the model ''. */
export interface MetricRow {
  readonly step: 'minute' | 'hour' | 'day'
  /** Epoch ms of the start of the step. */
  readonly at: number
  readonly model: string
  readonly strategy: string
  readonly task: string
  readonly orchestrator: string
  readonly tally: Tally
}

const PendingRow = z.object({ number: z.number(), run_id: RunId, path: z.string().nullable(), part: z.number() })

const CallRow = UsageColumns.extend({
  model: ModelRef,
  state: Attempt.shape.state.exclude(['open']),
  cost_micros: z.number().nullable(),
  vendor_cost_micros: z.number().nullable(),
  first_token_ms: z.number().nullable(),
  started_at: z.number(),
  ended_at: z.number(),
  answered: z.number(),
})

const TimesRow = z.object({ path: z.string(), started_at: z.number(), ended_at: z.number(), first_token_ms: z.number().nullable() })

const KindRow = z.object({
  orchestrator: z.string(),
  started_at: z.number(),
  input: z.string().nullable(),
  input_hash: z.string().nullable(),
  strategy: z.string().nullable(),
  task: z.string().nullable(),
})

const StoredRow = z.object({
  step: z.enum(['minute', 'hour', 'day']),
  at: z.number(),
  model: z.string(),
  strategy: z.string(),
  task: z.string(),
  orchestrator: z.string(),
  tally: z.string().transform((text, context) => {
    const tally = StoredTally.safeParse(JSON.parse(text))
    if (tally.success) return tally.data
    context.addIssue({ code: 'custom', message: tally.error.message })
    return z.NEVER
  }),
})

const BehindRow = z.object({
  id: RunId,
  title: z.string(),
  state: RunState,
  started_at: z.number(),
  calls: z.number(),
  failed: z.number(),
  cost_micros: z.number().nullable(),
  total: z.number(),
})

/** A longer list is not read to its end; its length is told. */
const MOST_BEHIND = 200

type KnownRun = { readonly kind: RunKind; readonly startedAt: number }

/** Counts of calls and runs by minute, hour and day, and what of the journal is not counted yet. */
export class MetricStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  /** The next facts that nobody has counted, at most `limit`. */
  async pending(limit: number): Promise<PendingFacts> {
    const rows = this.#db.all(PendingRow, 'SELECT number, run_id, path, part FROM metric_pending ORDER BY number LIMIT ?', limit)
    const known = new Map<RunId, KnownRun>()
    const calls: CallFact[] = []
    const runs: RunFact[] = []
    for (const { run_id, path, part } of rows) {
      const run = known.get(run_id) ?? this.#run(run_id)
      known.set(run_id, run)
      if (path === null) runs.push(...this.#runFact(run, part))
      else calls.push(...this.#callFact(run.kind, path, part))
    }
    return { upTo: rows.at(-1)?.number ?? 0, calls, runs }
  }

  /** Writes these rows and forgets the facts that they were counted from: both or neither. `change` gets the row's counts so far. */
  async count(
    upTo: number,
    kinds: readonly RunKind[],
    rows: readonly Omit<MetricRow, 'tally'>[],
    change: (row: Omit<MetricRow, 'tally'>, before: Tally | null) => Tally,
  ): Promise<void> {
    await this.#db.write(() => {
      for (const { runId, strategy, task } of kinds) {
        // A run may have been deleted since its facts were read.
        this.#db.run(
          'INSERT INTO run_kinds (run_id, strategy, task) SELECT id, ?, ? FROM runs WHERE id = ? ON CONFLICT DO NOTHING',
          strategy,
          task ?? '',
          runId,
        )
      }
      for (const row of rows) {
        const { step, at, model, strategy, task, orchestrator } = row
        const key = [step, at, model, strategy, task, orchestrator]
        const where = 'step = ? AND at = ? AND model = ? AND strategy = ? AND task = ? AND orchestrator = ?'
        const before = this.#db.one(StoredRow, `SELECT * FROM metric_rows WHERE ${where}`, ...key)
        const tally = JSON.stringify(storedTally(change(row, before?.tally ?? null)))
        this.#db.run('INSERT OR REPLACE INTO metric_rows VALUES (?, ?, ?, ?, ?, ?, ?)', ...key, tally)
      }
      this.#db.run('DELETE FROM metric_pending WHERE number <= ?', upTo)
    })
  }

  /** Rows of a step from `from` up to `to` (epoch ms), oldest first. */
  async rows(step: MetricRow['step'], from: number, to: number): Promise<readonly MetricRow[]> {
    return this.#db.all(StoredRow, 'SELECT * FROM metric_rows WHERE step = ? AND at >= ? AND at < ? ORDER BY at', step, from, to)
  }

  /** Epoch ms of the first day with counts; null where there are none. */
  async firstDay(): Promise<number | null> {
    const row = this.#db.one(z.object({ at: z.number().nullable() }), `SELECT MIN(at) AS at FROM metric_rows WHERE step = 'day'`)
    return row?.at ?? null
  }

  /** The newest runs that have a call in this time, and how many there are. */
  async behind({ from, to, filter }: BehindQuery): Promise<RunsBehind> {
    const wanted = allOf([callsIn({ from, to }, filter), ...ofKind(filter)])
    const sql = `
      SELECT runs.id, runs.title, runs.state, runs.started_at, COUNT(*) AS calls, SUM(attempts.state IN ('failed', 'lost')) AS failed,
        SUM(cost_micros) AS cost_micros, COUNT(*) OVER () AS total
      FROM attempts JOIN runs ON runs.id = attempts.run_id WHERE ${wanted.sql}
      GROUP BY runs.number ORDER BY runs.started_at DESC, runs.number DESC LIMIT ${MOST_BEHIND}`
    const rows = this.#db.all(BehindRow, sql, ...wanted.values)
    return {
      total: rows[0]?.total ?? 0,
      runs: rows.map(({ total: _, started_at, cost_micros, ...run }) => ({ ...run, startedAt: started_at, costMicros: cost_micros })),
    }
  }

  /** Deletes rows of a step that began before `before`. */
  async trim(step: MetricRow['step'], before: number): Promise<void> {
    await this.#db.write(() => {
      this.#db.run('DELETE FROM metric_rows WHERE step = ? AND at < ?', step, before)
    })
  }

  #callFact(kind: RunKind, path: string, number: number): CallFact[] {
    const sql = `
      SELECT attempts.*, EXISTS (
        SELECT 1 FROM effects WHERE effects.run_id = attempts.run_id AND effects.path = attempts.path AND effects.ok = 1
      ) AS answered
      FROM attempts WHERE run_id = ? AND path = ? AND number = ?`
    return this.#db.all(CallRow, sql, kind.runId, path, number).map((row) => ({
      kind,
      model: row.model,
      state: row.state,
      usage: usageOf(row),
      costMicros: row.cost_micros,
      vendorCostMicros: row.vendor_cost_micros,
      firstTokenMs: row.first_token_ms,
      startedAt: row.started_at,
      endedAt: row.ended_at,
      answered: row.answered === 1,
    }))
  }

  #runFact({ kind, startedAt }: KnownRun, seq: number): RunFact[] {
    const finished = selectEvents(this.#db, kind.runId, 'run-finished').find((event) => event.seq === seq)
    if (!finished) return []
    const used = selectEvents(this.#db, kind.runId, 'context-used')
    const times = 'SELECT path, started_at, ended_at, first_token_ms FROM attempts WHERE run_id = ? AND ended_at IS NOT NULL'
    return [
      {
        kind,
        state: finished.state,
        costMicros: finished.costMicros,
        startedAt,
        endedAt: finished.at,
        contextHits: used.reduce((sum, { hits }) => sum + hits, 0),
        contextMisses: used.reduce((sum, { misses }) => sum + misses, 0),
        attempts: this.#db.all(TimesRow, times, kind.runId).map((row) => ({
          effect: row.path,
          startedAt: row.started_at,
          endedAt: row.ended_at,
          firstTokenMs: row.first_token_ms,
        })),
      },
    ]
  }

  #run(runId: RunId): KnownRun {
    const sql = `
      SELECT orchestrator, started_at, input, input_hash, strategy, task FROM runs LEFT JOIN run_kinds ON run_id = id WHERE id = ?`
    const row = this.#db.one(KindRow, sql, runId)
    const strategy = row?.strategy ?? selectEvents(this.#db, runId, 'run-started')[0]?.strategy ?? ''
    const task = row?.task ?? null
    const input = row === null || task !== null ? undefined : loadJson(this.#db, { text: row.input, hash: row.input_hash })
    return { kind: { runId, orchestrator: row?.orchestrator ?? '', strategy, task, input }, startedAt: row?.started_at ?? 0 }
  }
}
