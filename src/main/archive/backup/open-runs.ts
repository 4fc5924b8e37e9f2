import type { DatabaseSync } from 'node:sqlite'

/**
 * Ends runs that went on when the backup was made: resumed months later, they would send and pay for what nobody waits for. Their calls in
 * flight count with what was reserved for them. `now`: epoch ms.
 */
export function endOpenRuns(db: DatabaseSync, now: number): void {
  const body = JSON.stringify({
    type: 'run-finished',
    state: 'cancelled',
    outcome: null,
    error: { code: 'cancelled', message: 'It was still going on when this backup was made. Ask again, or fork it.', retryable: false },
    costMicros: 0,
  })
  db.exec('BEGIN')
  const cost = `(SELECT CAST(TOTAL(COALESCE(cost_micros, reserved_micros)) AS INTEGER) FROM attempts WHERE attempts.run_id = runs.id)`
  db.prepare(
    `INSERT INTO run_events (run_id, seq, at, type, body)
     SELECT id, 1 + ifnull((SELECT max(seq) FROM run_events WHERE run_id = runs.id), 0), ?, 'run-finished', json_set(?, '$.costMicros', ${cost})
     FROM runs WHERE state = 'running'`,
  ).run(now, body)
  db.exec(`UPDATE attempts SET state = 'lost' WHERE state = 'open'; UPDATE runs SET state = 'cancelled' WHERE state = 'running'`)
  db.exec('COMMIT')
}
