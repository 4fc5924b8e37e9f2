import { z } from 'zod'
import { AttachmentRef } from '../../shared/model.ts'
import { purgeContext } from './context-store.ts'
import type { Database } from './database.ts'

/** Longer than any month, so that a month's spending is whole while it is summed. */
export const PURGE_AFTER_MS = 31 * 24 * 60 * 60 * 1000

const FileRow = z.object({ id: AttachmentRef.shape.id })

/**
 * Deletes conversations that were removed more than 31 days before `now` (epoch ms), with their messages, runs, shared context and large values.
 * Returns the ids of attachments of that age which no message names any more; their rows are gone, their files are the caller's.
 */
export async function purgeRemoved(db: Database, now: number): Promise<string[]> {
  const before = now - PURGE_AFTER_MS
  let orphans: string[] = []
  await db.write(() => {
    const gone = 'SELECT id FROM conversations WHERE removed_at < ?'
    db.run(`UPDATE conversations SET head_id = NULL WHERE removed_at < ?`, before)
    db.run(`UPDATE messages SET run_id = NULL WHERE conversation_id IN (${gone})`, before)
    db.run(`DELETE FROM runs WHERE conversation_id IN (${gone})`, before)
    db.run(`DELETE FROM messages WHERE conversation_id IN (${gone})`, before)
    const removed = db.run('DELETE FROM conversations WHERE removed_at < ?', before)
    purgeContext(db, now)
    if (removed > 0) {
      db.run(`DELETE FROM large_values WHERE hash NOT IN (
        SELECT value_hash FROM effects WHERE value_hash IS NOT NULL UNION SELECT input_hash FROM effects WHERE input_hash IS NOT NULL
        UNION SELECT body_hash FROM run_events WHERE body_hash IS NOT NULL UNION SELECT input_hash FROM runs WHERE input_hash IS NOT NULL
        UNION SELECT value_hash FROM context_entries WHERE value_hash IS NOT NULL)`)
    }
    const unused = 'added_at < ? AND id NOT IN (SELECT attachment_id FROM message_attachments)'
    orphans = db.all(FileRow, `SELECT id FROM attachments WHERE ${unused}`, before).map((row) => row.id)
    db.run(`DELETE FROM attachments WHERE ${unused}`, before)
  })
  return orphans
}
