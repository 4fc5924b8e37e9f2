import type { ConversationId } from '../../shared/ids.ts'
import type { Database } from './database.ts'

/** What an attempt counts for in a sum: its cost; its reservation while it is open, or where the process died before it was settled. */
export const COUNTED = `COALESCE(attempts.cost_micros, CASE WHEN attempts.state IN ('open', 'lost') THEN attempts.reserved_micros ELSE 0 END)`

/** What all calls cost, deleted ones as well, by the hour since 1970 in which they started; rows of `hour` and `micros`. */
export const spendingByHour = `
  SELECT hour, CAST(TOTAL(micros) AS INTEGER) AS micros FROM (
    SELECT CAST(started_at / 3600000 AS INTEGER) AS hour, ${COUNTED} AS micros FROM attempts
    UNION ALL SELECT CAST(at / 3600000 AS INTEGER), micros FROM kept_spending
  ) GROUP BY hour`

/** Inside a write: notes what the calls of a conversation cost before its rows are deleted. */
export function keepSpendingOf(db: Database, conversation: ConversationId): void {
  db.run(
    `INSERT INTO kept_spending (at, micros)
     SELECT min(attempts.started_at), CAST(TOTAL(${COUNTED}) AS INTEGER) AS micros FROM attempts JOIN runs ON runs.id = attempts.run_id
     WHERE runs.conversation_id = ? GROUP BY CAST(attempts.started_at / 3600000 AS INTEGER) HAVING micros > 0`,
    conversation,
  )
}
