import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openDatabase } from '../../store/open-database.ts'
import type { JobContext } from '../../store/worker/job.ts'
import { keepSpending } from './keep-spending.ts'
import { DATABASE } from './manifest.ts'

/** What the user set up, and nothing that was asked or answered. */
const KEPT_TABLES = ['settings', 'providers', 'presets', 'models', 'model_lists', 'prompts'] as const

/** Makes a new database in `folder` that has the settings of the present one, and the sums that budgets need. */
export async function emptyCopy(
  { folder, appVersion }: { folder: string; appVersion: string },
  { db, home }: JobContext<never>,
): Promise<null> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, DATABASE)
  openDatabase({ path, now: Date.now(), appVersion }).database.close()
  const target = new DatabaseSync(path)
  try {
    target.prepare('ATTACH ? AS present').run(join(home, DATABASE))
    target.exec('BEGIN')
    for (const table of KEPT_TABLES) target.exec(`INSERT INTO main.${table} SELECT * FROM present.${table}`)
    keepSpending(db, target)
    target.exec('COMMIT; DETACH present')
  } finally {
    target.close()
  }
  return null
}
