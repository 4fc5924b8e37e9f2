import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { ConversationId } from '../../shared/ids.ts'
import type { Database } from './database.ts'
import { keepSpendingOf } from './spending.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Between two conversations the core's own writes get the lock. */
const REST_MS = 2

const Row = z.object({ id: ConversationId })

export interface Retention {
  /** Epoch ms. */
  readonly now: number
  /** Conversations that nobody has spoken in for longer are deleted. */
  readonly days: number
}

/**
 * Deletes conversations whose last message is older than `days`, for good, with their messages and runs. Pinned ones, those in which a run
 * goes on and those with a pinned message stay. Returns the ids of what was deleted.
 */
export async function retain(db: Database, { now, days }: Retention, check: () => void): Promise<ConversationId[]> {
  const sql = `SELECT id FROM conversations WHERE updated_at < ? AND pinned_at IS NULL AND removed_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM messages WHERE conversation_id = conversations.id AND pinned_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM runs WHERE conversation_id = conversations.id AND state = 'running')`
  const ids = db.all(Row, sql, now - days * DAY_MS).map(({ id }) => id)
  for (const id of ids) {
    check()
    await db.write(() => deleteConversation(db, id))
    await sleep(REST_MS)
  }
  return ids
}

/** Inside a write. What its calls cost still counts. */
function deleteConversation(db: Database, id: ConversationId): void {
  keepSpendingOf(db, id)
  db.run('UPDATE conversations SET head_id = NULL WHERE id = ?', id)
  db.run('UPDATE messages SET run_id = NULL WHERE conversation_id = ?', id)
  db.run('DELETE FROM runs WHERE conversation_id = ?', id)
  db.run('DELETE FROM messages WHERE conversation_id = ?', id)
  db.run('DELETE FROM conversations WHERE id = ?', id)
}
