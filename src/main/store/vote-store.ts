import { z } from 'zod'
import { TuttiError } from '../../shared/errors.ts'
import { type MessageId, ModelRef, type RunId } from '../../shared/ids.ts'
import { TaskType } from '../../shared/preset.ts'
import { Vote } from '../../shared/vote.ts'
import type { Database } from './database.ts'

const VoteRow = z.object({ first_model: ModelRef, second_model: ModelRef, winner: Vote.shape.winner, task_type: TaskType })

/** Paired votes, and whether an answer's members have their names. */
export class VoteStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  /** All, oldest first. */
  async votes(): Promise<(Vote & { readonly taskType: TaskType })[]> {
    const sql = 'SELECT first_model, second_model, winner, task_type FROM votes ORDER BY number'
    return this.#db
      .all(VoteRow, sql)
      .map((row) => ({ first: row.first_model, second: row.second_model, winner: row.winner, taskType: row.task_type }))
  }

  /** Replaces the answer's votes and shows its names. */
  cast(rows: { answerId: MessageId; runId: RunId; taskType: TaskType; at: number; votes: readonly Vote[] }): Promise<void> {
    const { answerId, runId, taskType, at } = rows
    return this.#db.write(() => {
      this.#clear(answerId, 'revealed')
      const sql = `INSERT INTO votes (answer_id, run_id, first_model, second_model, winner, task_type, at) VALUES (?, ?, ?, ?, ?, ?, ?)`
      for (const { first, second, winner } of rows.votes) this.#db.run(sql, answerId, runId, first, second, winner, taskType, at)
    })
  }

  withdraw(answerId: MessageId, hidden: boolean): Promise<void> {
    return this.#db.write(() => this.#clear(answerId, hidden ? 'hidden' : 'revealed'))
  }

  #clear(answerId: MessageId, blind: 'hidden' | 'revealed'): void {
    this.#db.run('DELETE FROM votes WHERE answer_id = ?', answerId)
    if (this.#db.run('UPDATE messages SET blind = ? WHERE id = ?', blind, answerId) > 0) return
    throw new TuttiError('not-found', 'This answer does not exist any more.')
  }
}
