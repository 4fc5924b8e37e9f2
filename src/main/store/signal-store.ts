import { z } from 'zod'
import { Signal } from '../../shared/signal.ts'
import type { Database } from './database.ts'

const SignalRow = z.object({
  at: z.number(),
  kind: Signal.shape.kind,
  conversation_id: Signal.shape.conversationId,
  answer_id: Signal.shape.answerId,
  run_id: Signal.shape.runId,
  preset_id: Signal.shape.presetId,
  strategy: Signal.shape.strategy,
  task_type: Signal.shape.taskType,
  model: Signal.shape.model,
})

/** What users did with answers; only ever added to. */
export class SignalStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  add(signal: Signal): Promise<void> {
    const { at, kind, conversationId, answerId, runId, presetId, strategy, taskType, model } = signal
    const sql = `INSERT INTO signals (at, kind, conversation_id, answer_id, run_id, preset_id, strategy, task_type, model)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
    return this.#db.write(() => {
      this.#db.run(sql, at, kind, conversationId, answerId, runId, presetId, strategy, taskType, model)
    })
  }

  /** Oldest first. */
  async list(): Promise<Signal[]> {
    return this.#db.all(SignalRow, 'SELECT * FROM signals ORDER BY number').map((row) => ({
      at: row.at,
      kind: row.kind,
      conversationId: row.conversation_id,
      answerId: row.answer_id,
      runId: row.run_id,
      presetId: row.preset_id,
      strategy: row.strategy,
      taskType: row.task_type,
      model: row.model,
    }))
  }
}
