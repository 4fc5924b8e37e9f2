import { z } from 'zod'
import { TuttiError } from '../../shared/errors.ts'
import type { RunId } from '../../shared/ids.ts'
import type { RunEvent } from '../../shared/run.ts'
import type { Journal, JournalCommit, RecentRuns, RunHistory, RunRecord } from '../kernel/journal.ts'
import type { Database } from './database.ts'
import { insertEffect, insertEvent, insertRun, saveAttempt, selectAttempts, selectEffects, selectEvents, selectRuns } from './run-rows.ts'
import { COUNTED } from './spending.ts'
import { allOf, wantedRuns } from './wanted-runs.ts'
import { historyInParts } from './worker/history-parts.ts'
import type { JobRunner } from './worker/job-thread.ts'
import { recentRunsJob } from './worker/store-job-kinds.ts'

/** More rows of a run take longer than a few ms to read and to parse. */
const MANY_ROWS = 300

const Count = z.object({ count: z.number() })
const Sum = z.object({ micros: z.number().nullable() })

/** The kernel's journal in SQLite. Each commit is one transaction (or one savepoint of a group's). */
export class SqliteJournal implements Journal {
  readonly #db: Database
  readonly #jobs: JobRunner | null

  /** `jobs`: where long reads are done; null, as in the worker itself: here. */
  constructor(db: Database, jobs: JobRunner | null = null) {
    this.#db = db
    this.#jobs = jobs
  }

  createRun(run: RunRecord, events: readonly RunEvent[]): Promise<void> {
    return this.#db.write(() => insertRun(this.#db, run, events))
  }

  commit(commit: JournalCommit): Promise<void> {
    return this.#db.write(() => this.#apply(commit))
  }

  async history(id: RunId): Promise<RunHistory | null> {
    if (this.#jobs !== null && this.#rowsOf(id) > MANY_ROWS) return historyInParts(this.#jobs, id)
    const run = selectRuns(this.#db, 'id = ?', id)[0]
    if (run === undefined) return null
    return {
      run,
      effects: selectEffects(this.#db, id),
      attempts: selectAttempts(this.#db, id),
      events: selectEvents(this.#db, id),
    }
  }

  async events(id: RunId): Promise<readonly RunEvent[] | null> {
    const rows = this.#db.one(Count, 'SELECT count(*) AS count FROM run_events WHERE run_id = ?', id)?.count ?? 0
    if (this.#jobs !== null && rows > MANY_ROWS) return (await historyInParts(this.#jobs, id))?.events ?? null
    const isKnown = rows > 0 || this.#db.one(Count, 'SELECT count(*) AS count FROM runs WHERE id = ?', id)?.count === 1
    return isKnown ? selectEvents(this.#db, id) : null
  }

  async recent(wanted: RecentRuns): Promise<readonly RunRecord[]> {
    const { states, limit, ...narrowed } = wanted
    // Words and rare kinds may be looked for in all runs there are.
    const isLong = Object.values(narrowed).some((value) => value != null && value !== '')
    if (this.#jobs !== null && isLong) return this.#jobs.run(recentRunsJob, wanted)
    const { sql, values } = allOf(wantedRuns(wanted))
    return selectRuns(this.#db, `${sql} ORDER BY started_at DESC, number DESC LIMIT ?`, ...values, limit)
  }

  async unfinished(): Promise<readonly RunRecord[]> {
    return selectRuns(this.#db, `state = 'running' ORDER BY started_at, number`)
  }

  async spentSince(since: number): Promise<number> {
    const kept = 'SELECT TOTAL(micros) FROM kept_spending WHERE at >= ?'
    const sql = `SELECT CAST(TOTAL(${COUNTED}) + (${kept}) AS INTEGER) AS micros FROM attempts WHERE started_at >= ?`
    return this.#db.one(Sum, sql, since, since)?.micros ?? 0
  }

  async dearestRunSince(since: number): Promise<number> {
    const sql = `
      WITH RECURSIVE family (root, id) AS (
        SELECT id, id FROM runs WHERE parent_id IS NULL AND started_at >= ?
        UNION ALL SELECT family.root, runs.id FROM family JOIN runs ON runs.parent_id = family.id
      )
      SELECT MAX(total) AS micros FROM (
        SELECT SUM(${COUNTED}) AS total FROM family JOIN attempts ON attempts.run_id = family.id GROUP BY family.root
      )`
    return this.#db.one(Sum, sql, since)?.micros ?? 0
  }

  #rowsOf(id: RunId): number {
    const sql = 'SELECT (SELECT count(*) FROM effects WHERE run_id = ?) + (SELECT count(*) FROM run_events WHERE run_id = ?) AS count'
    return this.#db.one(Count, sql, id, id)?.count ?? 0
  }

  #apply(commit: JournalCommit): void {
    const { runId } = commit
    if (commit.effect !== undefined) insertEffect(this.#db, runId, commit.effect)
    for (const attempt of commit.attempts ?? []) saveAttempt(this.#db, runId, attempt)
    for (const event of commit.events ?? []) insertEvent(this.#db, runId, event)
    if (commit.state !== undefined && this.#db.run('UPDATE runs SET state = ? WHERE id = ?', commit.state, runId) === 0) {
      throw new TuttiError('not-found', `The run ${runId} is not in the database.`)
    }
    // A main answer that the user chose while the run went on stays the one that counts.
    if (commit.answer !== undefined) {
      this.#db.run(
        `UPDATE messages SET text = ? WHERE id = (SELECT message_id FROM runs WHERE id = ?) AND main_speaker IS NULL`,
        commit.answer,
        runId,
      )
    }
  }
}
