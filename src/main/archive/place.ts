import { readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type DataPlace, SetAsideData } from '../../shared/data.ts'
import { SET_ASIDE } from '../store/swap-data.ts'
import type { JobContext } from '../store/worker/job.ts'

const Counts = z.object({ conversations: z.number(), messages: z.number(), runs: z.number(), attachment_bytes: z.number() })
const COUNTS = `SELECT
  (SELECT count(*) FROM conversations WHERE removed_at IS NULL) AS conversations,
  (SELECT count(*) FROM messages) AS messages,
  (SELECT count(*) FROM runs) AS runs,
  (SELECT TOTAL(bytes) FROM attachments) AS attachment_bytes`

/** "2026-11-21T14-05-09.123Z-restore" */
const ASIDE = /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d\.\d{3}Z)-([a-z]+)$/

/** Where the data are and how much they are. */
export async function dataPlace({ db, home }: Pick<JobContext<never>, 'db' | 'home'>): Promise<DataPlace> {
  const counts = Counts.parse(db.one(Counts, COUNTS))
  const space = await statfs(home).catch(() => null)
  return {
    home,
    databaseBytes: (await sizeOf(join(home, 'tutti.db'))) + (await sizeOf(join(home, 'tutti.db-wal'))),
    attachmentBytes: counts.attachment_bytes,
    freeBytes: space === null ? null : space.bavail * space.bsize,
    conversations: counts.conversations,
    messages: counts.messages,
    runs: counts.runs,
    setAside: await setAsideData(home),
  }
}

/** The name of a folder for data that are set aside now. */
export function asideName(now: number, reason: SetAsideData['reason']): string {
  return `${new Date(now).toISOString().replaceAll(':', '-')}-${reason}`
}

async function setAsideData(home: string): Promise<SetAsideData[]> {
  const found: SetAsideData[] = []
  for (const id of await readdir(join(home, SET_ASIDE)).catch(() => [])) {
    const [, day, hours, minutes, seconds, reason] = ASIDE.exec(id) ?? []
    const entry = {
      id,
      at: Date.parse(`${day}${hours}:${minutes}:${seconds}`),
      bytes: await folderBytes(join(home, SET_ASIDE, id)),
      reason,
    }
    const parsed = SetAsideData.safeParse(entry)
    if (parsed.success) found.push(parsed.data)
  }
  return found.toSorted((a, b) => b.at - a.at)
}

async function folderBytes(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true })
  const sizes = await Promise.all(names.map((name) => sizeOf(join(folder, name))))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null)
  return found?.isFile() ? found.size : 0
}
