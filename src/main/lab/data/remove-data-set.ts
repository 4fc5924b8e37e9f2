import type { Database } from '../../store/database.ts'
import { LabStore } from '../../store/lab-store.ts'

/** Rows of one transaction, so that the core's own writes never wait long for the lock. */
const ROWS_A_WRITE = 1_000

/** Deletes a data set a piece at a time; it is out of the lists from the first. */
export async function removeDataSet(id: string, db: Database, breathe: () => Promise<void>): Promise<null> {
  const store = new LabStore(db)
  await store.hideDataSet(id)
  for (let left = ROWS_A_WRITE; left >= ROWS_A_WRITE; ) {
    left = await store.removeRows(id, ROWS_A_WRITE)
    await breathe()
  }
  await store.removeDataSet(id)
  return null
}
