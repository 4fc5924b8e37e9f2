import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const Sums = z.object({
  done: z.number(),
  failed: z.number(),
  cancelled: z.number(),
  lost: z.number(),
  input: z.number(),
  cacheRead: z.number(),
  cacheWrite: z.number(),
  output: z.number(),
  reasoning: z.number(),
  costMicros: z.number(),
})
export type JournalSums = z.infer<typeof Sums>

/** The same figures, added up by SQL straight from the journal's attempts: what metrics must agree with. */
export function journalSums(home: string, where = '1'): JournalSums {
  const db = new DatabaseSync(join(home, 'tutti.db'), { readOnly: true })
  try {
    const count = (state: string) => `COALESCE(SUM(state = '${state}'), 0)`
    const sum = (column: string) => `COALESCE(SUM(${column}), 0)`
    return Sums.parse(
      db
        .prepare(
          `SELECT ${count('done')} AS done, ${count('failed')} AS failed, ${count('cancelled')} AS cancelled, ${count('lost')} AS lost,
             ${sum('input_tokens')} AS input, ${sum('cache_read_tokens')} AS cacheRead, ${sum('cache_write_tokens')} AS cacheWrite,
             ${sum('output_tokens')} AS output, ${sum('reasoning_tokens')} AS reasoning, ${sum('cost_micros')} AS costMicros
           FROM attempts WHERE ended_at IS NOT NULL AND ${where}`,
        )
        .get(),
    )
  } finally {
    db.close()
  }
}
