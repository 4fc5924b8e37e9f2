import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Database } from '../../store/database.ts'
import { spendingByHour } from '../../store/spending.ts'

const Hour = z.object({ hour: z.number(), micros: z.number() })

/**
 * Carries over what calls have cost in the present data and not in `target`, which takes their place: neither going back to a backup nor
 * deleting everything empties a month's budget. `target` has the present format.
 */
export function keepSpending(present: Database, target: DatabaseSync): void {
  const there = new Map(
    target
      .prepare(spendingByHour)
      .all()
      .map((row) => Hour.parse(row))
      .map(({ hour, micros }) => [hour, micros]),
  )
  const insert = target.prepare('INSERT INTO kept_spending (at, micros) VALUES (?, ?)')
  for (const { hour, micros } of present.all(Hour, spendingByHour)) {
    const missing = micros - (there.get(hour) ?? 0)
    if (missing > 0) insert.run(hour * 3_600_000, missing)
  }
}
