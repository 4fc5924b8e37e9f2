import { z } from 'zod'
import type { ExperimentId, ModelRef } from '../../shared/ids.ts'
import { ModelRef as Ref } from '../../shared/ids.ts'
import { DataSet, Experiment, type LabQuestion, type RecordedAnswer } from '../../shared/lab.ts'
import type { Database } from './database.ts'

/** A question with its place in its data set, from 1. */
export interface StoredQuestion extends LabQuestion {
  readonly number: number
}

export interface StoredAnswer extends Omit<RecordedAnswer, 'question' | 'right'> {
  readonly number: number
  readonly right: boolean
}

/** What an entry of an experiment did on a question. */
export interface LabRow {
  readonly entry: number
  readonly number: number
  readonly runId: string | null
  readonly state: 'open' | 'done' | 'failed'
  readonly answer: string
  readonly right: boolean
  readonly costMicros: number
  readonly latencyMs: number | null
  readonly calls: number
}

const Body = z.object({ body: z.string() })
const QuestionRow = z.object({ number: z.number(), id: z.string(), question: z.string(), expected: z.string(), task_type: z.string() })
const AnswerRow = z.object({
  number: z.number(),
  model: Ref,
  text: z.string().nullable(),
  correct: z.number(),
  cost_micros: z.number().nullable(),
  latency_ms: z.number().nullable(),
})
const RowRow = z.object({
  entry: z.number(),
  number: z.number(),
  run_id: z.string().nullable(),
  state: z.enum(['open', 'done', 'failed']),
  answer: z.string(),
  correct: z.number(),
  cost_micros: z.number(),
  latency_ms: z.number().nullable(),
  calls: z.number(),
})
const Found = z.object({ number: z.number() })

/** Data sets and experiments; a question, an answer and a row are rows each, so that a million of them need no memory. */
export class LabStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  /** Newest first. */
  dataSets(): DataSet[] {
    const sql = 'SELECT body FROM lab_data_sets WHERE ready = 1 ORDER BY imported_at DESC'
    return this.#db.all(Body, sql).map(({ body }) => DataSet.parse(JSON.parse(body)))
  }

  /** Begins an import; what an earlier one left half-way goes. */
  beginDataSet(id: string, at: number): Promise<void> {
    return this.#db.write(() => {
      this.#db.run('DELETE FROM lab_data_sets WHERE ready = 0')
      this.#db.run(`INSERT INTO lab_data_sets (id, imported_at, ready, body) VALUES (?, ?, 0, '')`, id, at)
    })
  }

  finishDataSet(dataSet: DataSet): Promise<void> {
    return this.#db.write(() => {
      this.#db.run('UPDATE lab_data_sets SET ready = 1, body = ? WHERE id = ?', JSON.stringify(dataSet), dataSet.id)
    })
  }

  /** As one that was left half-way: if the removal is cut off, the next import ends it. */
  hideDataSet(id: string): Promise<void> {
    return this.#db.write(() => {
      this.#db.run('UPDATE lab_data_sets SET ready = 0 WHERE id = ?', id)
    })
  }

  /** Deletes up to `most` questions with their answers; returns how many. */
  async removeRows(dataSet: string, most: number): Promise<number> {
    let removed = 0
    await this.#db.write(() => {
      const last = this.#db.one(
        Found.extend({ number: z.number().nullable() }),
        'SELECT max(number) AS number FROM (SELECT number FROM lab_questions WHERE data_set = ? ORDER BY number LIMIT ?)',
        dataSet,
        most,
      )
      if (last?.number == null) return
      this.#db.run('DELETE FROM lab_answers WHERE data_set = ? AND number <= ?', dataSet, last.number)
      removed = this.#db.run('DELETE FROM lab_questions WHERE data_set = ? AND number <= ?', dataSet, last.number)
    })
    return removed
  }

  /** With its questions, answers and experiments. */
  removeDataSet(id: string): Promise<void> {
    return this.#db.write(() => {
      this.#db.run('DELETE FROM lab_data_sets WHERE id = ?', id)
    })
  }

  addQuestions(dataSet: string, questions: readonly (StoredQuestion & { readonly line: number })[]): Promise<void> {
    const sql = 'INSERT INTO lab_questions (data_set, number, id, question, expected, task_type, line) VALUES (?, ?, ?, ?, ?, ?, ?)'
    return this.#db.write(() => {
      for (const { number, id, question, expected, taskType, line } of questions) {
        this.#db.run(sql, dataSet, number, id, question, expected, taskType, line)
      }
    })
  }

  addAnswers(dataSet: string, answers: readonly StoredAnswer[]): Promise<void> {
    const sql = `INSERT OR REPLACE INTO lab_answers (data_set, number, model, text, correct, cost_micros, latency_ms) VALUES (?, ?, ?, ?, ?, ?, ?)`
    return this.#db.write(() => {
      for (const { number, model, text, right, costMicros, latencyMs } of answers) {
        this.#db.run(sql, dataSet, number, model, text, right ? 1 : 0, costMicros, latencyMs)
      }
    })
  }

  /** The line on which a question with this id stands; null where there is none. */
  lineOf(dataSet: string, id: string): number | null {
    const sql = 'SELECT line AS number FROM lab_questions WHERE data_set = ? AND id = ?'
    return this.#db.one(Found, sql, dataSet, id)?.number ?? null
  }

  questionById(dataSet: string, id: string): StoredQuestion | null {
    return this.#questions('SELECT * FROM lab_questions WHERE data_set = ? AND id = ?', dataSet, id)[0] ?? null
  }

  questionByText(dataSet: string, text: string): StoredQuestion | null {
    // The index holds beginnings alone.
    const sql = 'SELECT * FROM lab_questions WHERE data_set = ? AND substr(question, 1, 200) = ? AND question = ? LIMIT 1'
    return this.#questions(sql, dataSet, [...text].slice(0, 200).join(''), text)[0] ?? null
  }

  /** Questions behind number `after`, in order. */
  questions(dataSet: string, after: number, limit: number): StoredQuestion[] {
    return this.#questions('SELECT * FROM lab_questions WHERE data_set = ? AND number > ? ORDER BY number LIMIT ?', dataSet, after, limit)
  }

  /** Recorded answers to the questions from number `from` to `to`. */
  answers(dataSet: string, from: number, to: number): StoredAnswer[] {
    const sql = 'SELECT * FROM lab_answers WHERE data_set = ? AND number BETWEEN ? AND ? ORDER BY number'
    return this.#db.all(AnswerRow, sql, dataSet, from, to).map((row) => ({
      number: row.number,
      model: row.model,
      text: row.text,
      right: row.correct === 1,
      costMicros: row.cost_micros,
      latencyMs: row.latency_ms,
    }))
  }

  /** Lines of questions that no recorded answer matches, of those that at least `least` models answered. */
  neverMatched(dataSet: string, least: number, limit: number): { line: number; expected: string }[] {
    const sql = `SELECT q.line AS number, q.expected AS body FROM lab_questions q JOIN lab_answers a ON a.data_set = q.data_set AND a.number = q.number
      WHERE q.data_set = ? AND a.text IS NOT NULL GROUP BY q.number HAVING max(a.correct) = 0 AND count(*) >= ? ORDER BY q.number LIMIT ?`
    return this.#db.all(Found.extend(Body.shape), sql, dataSet, least, limit).map((row) => ({ line: row.number, expected: row.body }))
  }

  taskTypes(dataSet: string): { taskType: string; questions: number }[] {
    const sql = 'SELECT task_type AS body, count(*) AS number FROM lab_questions WHERE data_set = ? GROUP BY task_type ORDER BY min(number)'
    return this.#db.all(Found.extend(Body.shape), sql, dataSet).map((row) => ({ taskType: row.body, questions: row.number }))
  }

  /** Models with recorded answers, in the order of the file; `meanMicros` null where no cost is known. */
  models(dataSet: string): { model: ModelRef; answers: number; meanMicros: number | null }[] {
    const sql = `SELECT model, count(*) AS number, avg(cost_micros) AS mean FROM lab_answers WHERE data_set = ? GROUP BY model ORDER BY min(rowid)`
    const Row = Found.extend({ model: Ref, mean: z.number().nullable() })
    return this.#db.all(Row, sql, dataSet).map((row) => ({ model: row.model, answers: row.number, meanMicros: row.mean }))
  }

  /** Newest first. */
  experiments(): Experiment[] {
    const sql = 'SELECT body FROM lab_experiments ORDER BY started_at DESC, rowid DESC'
    return this.#db.all(Body, sql).map(({ body }) => Experiment.parse(JSON.parse(body)))
  }

  saveExperiment(experiment: Experiment): Promise<void> {
    const sql = `INSERT INTO lab_experiments (id, data_set, started_at, body) VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET body = excluded.body`
    return this.#db.write(() => {
      this.#db.run(sql, experiment.id, experiment.dataSet, experiment.startedAt, JSON.stringify(experiment))
    })
  }

  removeExperiment(id: ExperimentId): Promise<void> {
    return this.#db.write(() => {
      this.#db.run('DELETE FROM lab_experiments WHERE id = ?', id)
    })
  }

  saveRows(experiment: ExperimentId, rows: readonly LabRow[]): Promise<void> {
    const sql = `INSERT OR REPLACE INTO lab_rows (experiment, entry, number, run_id, state, answer, correct, cost_micros, latency_ms, calls)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
    return this.#db.write(() => {
      for (const row of rows) {
        const { entry, number, runId, state, answer, right, costMicros, latencyMs, calls } = row
        this.#db.run(sql, experiment, entry, number, runId, state, answer, right ? 1 : 0, costMicros, latencyMs, calls)
      }
    })
  }

  /** How many rows are counted, and what they cost together. */
  counted(experiment: ExperimentId): { readonly rows: number; readonly micros: number } {
    const sql = `SELECT count(*) AS rows, ifnull(sum(cost_micros), 0) AS micros FROM lab_rows WHERE experiment = ? AND state <> 'open'`
    return this.#db.one(z.object({ rows: z.number(), micros: z.number() }), sql, experiment) ?? { rows: 0, micros: 0 }
  }

  /** Rows of the questions from number `from` to `to`. */
  rows(experiment: ExperimentId, from = 1, to = Number.MAX_SAFE_INTEGER): LabRow[] {
    const sql = 'SELECT * FROM lab_rows WHERE experiment = ? AND number BETWEEN ? AND ? ORDER BY number, entry'
    return this.#db.all(RowRow, sql, experiment, from, to).map(({ run_id, correct, cost_micros, latency_ms, ...row }) => ({
      ...row,
      runId: run_id,
      right: correct === 1,
      costMicros: cost_micros,
      latencyMs: latency_ms,
    }))
  }

  /** What was learned, newest first; a row that cannot be read is passed over. */
  learned<T>(schema: z.ZodType<T>): T[] {
    return this.#db.all(Body, 'SELECT body FROM learned ORDER BY position DESC').flatMap(({ body }) => {
      const parsed = schema.safeParse(JSON.parse(body))
      return parsed.success ? [parsed.data] : []
    })
  }

  /** Takes the place of what was learned under the same key. */
  saveLearned(key: string, state: unknown): Promise<void> {
    return this.#db.write(() => {
      this.#db.run('DELETE FROM learned WHERE key = ?', key)
      const sql = 'INSERT INTO learned (key, position, body) VALUES (?, (SELECT ifnull(max(position), 0) + 1 FROM learned), ?)'
      this.#db.run(sql, key, JSON.stringify(state))
    })
  }

  removeLearned(key: string): Promise<void> {
    return this.#db.write(() => {
      this.#db.run('DELETE FROM learned WHERE key = ?', key)
    })
  }

  #questions(sql: string, ...values: (string | number)[]): StoredQuestion[] {
    return this.#db.all(QuestionRow, sql, ...values).map(({ task_type, ...row }) => ({ ...row, taskType: task_type }))
  }
}
