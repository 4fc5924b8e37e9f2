import { z } from 'zod'
import { ModelRef, RunId } from '../../shared/ids.ts'
import type { Database } from './database.ts'

/** What is known of a model at a type of task, as of `at` (epoch ms). */
export interface EvidenceRow {
  readonly taskType: string
  readonly model: ModelRef
  readonly count: number
  readonly sum: number
  readonly at: number
}

/** An answer of which it is known how good it was. */
export interface RatedRow {
  readonly runId: RunId
  readonly speaker: string
  readonly taskType: string
  readonly features: readonly number[]
  readonly predicted: number | null
  readonly right: number
  readonly at: number
}

const Evidence = z.object({ task_type: z.string(), model: ModelRef, count: z.number(), sum: z.number(), at: z.number() })
const Features = z.array(z.number())
const Rated = z.object({
  run_id: RunId,
  speaker: z.string(),
  task_type: z.string(),
  features: z.string(),
  predicted: z.number().nullable(),
  correct: z.number(),
  at: z.number(),
})
/** Older ones are not looked at any more. */
const MOST_RATED = 5_000

/** What routing and quality have learned from runs. */
export class ExperienceStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  evidence(): EvidenceRow[] {
    return this.#db
      .all(Evidence, 'SELECT task_type, model, count, sum, at FROM model_evidence ORDER BY task_type, model')
      .map(({ task_type, ...row }) => ({ taskType: task_type, ...row }))
  }

  saveEvidence(rows: readonly EvidenceRow[]): Promise<void> {
    const sql = `INSERT INTO model_evidence (task_type, model, count, sum, at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (task_type, model) DO UPDATE SET count = excluded.count, sum = excluded.sum, at = excluded.at`
    return this.#db.write(() => {
      for (const { taskType, model, count, sum, at } of rows) this.#db.run(sql, taskType, model, count, sum, at)
    })
  }

  /** The newest, oldest first. */
  rated(): RatedRow[] {
    const sql = `SELECT run_id, speaker, task_type, features, predicted, correct, at FROM rated_answers ORDER BY number DESC LIMIT ${MOST_RATED}`
    return this.#db
      .all(Rated, sql)
      .map((row) => ({
        runId: row.run_id,
        speaker: row.speaker,
        taskType: row.task_type,
        features: Features.parse(JSON.parse(row.features)),
        predicted: row.predicted,
        right: row.correct,
        at: row.at,
      }))
      .toReversed()
  }

  /** The last word on an answer counts. */
  saveRated({ runId, speaker, taskType, features, predicted, right, at }: RatedRow): Promise<void> {
    const sql = `INSERT INTO rated_answers (run_id, speaker, task_type, features, predicted, correct, at) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (run_id, speaker) DO UPDATE SET correct = excluded.correct, at = excluded.at`
    return this.#db.write(() => {
      this.#db.run(sql, runId, speaker, taskType, JSON.stringify(features), predicted, right, at)
    })
  }

  removeRated(runId: RunId, speaker: string): Promise<void> {
    return this.#db.write(() => {
      this.#db.run('DELETE FROM rated_answers WHERE run_id = ? AND speaker = ?', runId, speaker)
    })
  }

  clear(): Promise<void> {
    return this.#db.write(() => {
      this.#db.run('DELETE FROM model_evidence')
      this.#db.run('DELETE FROM rated_answers')
    })
  }
}
