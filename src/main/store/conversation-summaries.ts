import { z } from 'zod'
import type { ConversationSummary } from '../../shared/conversation.ts'
import { ConversationId, RunId } from '../../shared/ids.ts'
import { RunState } from '../../shared/run.ts'
import type { Database } from './database.ts'
import { selectEvents } from './run-rows.ts'
import { searchPlan } from './search-plan.ts'

const SummaryRow = z.object({
  id: ConversationId,
  title: z.string(),
  created_at: z.number(),
  updated_at: z.number(),
  pinned_at: z.number().nullable(),
  group_name: z.string().nullable(),
  run_id: RunId.nullable(),
  state: RunState.nullable(),
})

const NEWEST_RUN = `(SELECT number FROM runs WHERE conversation_id = conversations.id AND parent_id IS NULL ORDER BY started_at DESC, number DESC LIMIT 1)`

/** Summaries of conversations that match `condition` (our own text), those last spoken in first. Removed ones are left out. */
export function selectSummaries(db: Database, condition: string, ...values: (string | number)[]): ConversationSummary[] {
  const sql = `
    SELECT conversations.id, conversations.title, conversations.created_at, conversations.updated_at, conversations.pinned_at,
      conversations.group_name, runs.id AS run_id, runs.state
    FROM conversations LEFT JOIN runs ON runs.number = ${NEWEST_RUN}
    WHERE removed_at IS NULL AND (${condition}) ORDER BY conversations.updated_at DESC, conversations.number DESC`
  return db.all(SummaryRow, sql, ...values).map((row) => ({
    id: row.id,
    title: row.title,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    running: row.state === 'running' && row.run_id !== null ? progressOf(db, row.run_id) : null,
    lastState: row.state,
    ...(row.pinned_at === null ? {} : { pinned: true }),
    ...(row.group_name === null ? {} : { group: row.group_name }),
  }))
}

/** How many members have finished, of how many. */
function progressOf(db: Database, run: RunId): { done: number; of: number } {
  const members = new Set<string>()
  const finished = new Set<string>()
  for (const event of selectEvents(db, run)) {
    if (event.type === 'run-started') for (const { id, role } of event.speakers) if (role === 'member') members.add(id)
    if (event.type === 'speaker-finished' && event.result.calls === undefined && members.has(event.speaker)) finished.add(event.speaker)
  }
  return { done: finished.size, of: members.size }
}

/** Holds where every piece of the JSON array occurs in the column. */
const containsAll = (column: string) => `NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(${column}, json_each.value) = 0)`

/** Conversations whose title has all words of `query`, or one of whose messages has; an empty query lists all. */
export function searchSummaries(db: Database, query: string): ConversationSummary[] {
  const { match, contains } = searchPlan(query)
  const pieces = JSON.stringify(contains)
  if (match === null && contains.length === 0) return selectSummaries(db, '1')
  if (match === null) {
    const messages = `SELECT conversation_id FROM messages WHERE ${containsAll('messages.text')}`
    return selectSummaries(db, `${containsAll('conversations.title')} OR conversations.id IN (${messages})`, pieces, pieces)
  }
  const titles = `SELECT rowid FROM conversation_search WHERE conversation_search MATCH ?`
  const messages = `
    SELECT conversation_id FROM message_search JOIN messages ON messages.number = message_search.rowid
    WHERE message_search MATCH ? AND ${containsAll('messages.text')}`
  const condition = `
    (conversations.number IN (${titles}) AND ${containsAll('conversations.title')}) OR conversations.id IN (${messages})`
  return selectSummaries(db, condition, match, pieces, match, pieces)
}
