import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { schemaVersion } from '../../store/migrate.ts'
import type { JobContext } from '../../store/worker/job.ts'
import type { MadeFile, Progress } from '../job-kinds.ts'
import { type Written, ZipWriter } from '../zip/zip-writer.ts'
import { ATTACHMENTS, DATABASE, MANIFEST, type Manifest } from './manifest.ts'

/** Pages that are copied before others get their turn: 2 MB. */
const PAGES_A_TURN = 512
/** Turns after which the copy is written out; a gigabyte at once keeps the core's own small writes waiting. */
const TURNS_A_SYNC = 8

/** Writes the database as it is at this moment and all attachments into a zip file at `path`. Keys lie elsewhere and stay there. */
export async function backUp({ path, appVersion }: { path: string; appVersion: string }, context: JobContext<Progress>): Promise<MadeFile> {
  const { home, check, emit } = context
  const copy = `${path}.db`
  const now = new Date()
  const databaseBytes = (await stat(join(home, DATABASE))).size
  const names = await attachmentNames(home)
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(home, ATTACHMENTS, name))).size))
  // The database is copied, then packed.
  const total = databaseBytes * 2 + sizes.reduce((sum, size) => sum + size, 0)
  let writer: ZipWriter | undefined
  try {
    const schema = await copyDatabase(join(home, DATABASE), copy, context, (share) => {
      void emit({ done: share * databaseBytes, total }).catch(() => undefined)
    })
    let done = databaseBytes
    writer = await ZipWriter.create(path, {
      onBytes: async (bytes) => {
        check()
        done += bytes
        await emit({ done, total })
      },
    })
    const files: Written[] = [await writer.addFile(DATABASE, copy, true)]
    for (const name of names) files.push(await writer.addFile(`${ATTACHMENTS}/${name}`, join(home, ATTACHMENTS, name), false))
    const manifest: Manifest = { kind: 'tutti-backup', format: 1, madeAt: now.getTime(), appVersion, schema, files }
    await writer.addText(MANIFEST, JSON.stringify(manifest))
    await writer.finish()
    return { name: `tutti-backup-${now.toISOString().slice(0, 10)}.zip`, mediaType: 'application/zip' }
  } catch (error) {
    await writer?.abandon()
    throw error
  } finally {
    await rm(copy, { force: true })
  }
}

async function attachmentNames(home: string): Promise<string[]> {
  const names = await readdir(join(home, ATTACHMENTS)).catch(() => [])
  return names.filter((name) => /^[0-9a-f]{64}$/.test(name)).sort()
}

/**
 * Copies page by page. The open transaction holds the copy to one moment, whatever is written meanwhile; without it the copying would
 * start anew at every write of the core. Returns the database's format.
 */
async function copyDatabase(from: string, to: string, { check }: JobContext<Progress>, onShare: (share: number) => void): Promise<number> {
  const source = new DatabaseSync(from)
  const target = await open(to, 'wx', 0o600)
  let turns = 0
  let writingOut = Promise.resolve()
  try {
    source.exec('BEGIN')
    const schema = schemaVersion(source)
    await backup(source, to, {
      rate: PAGES_A_TURN,
      progress: ({ totalPages, remainingPages }) => {
        check()
        onShare(1 - remainingPages / totalPages)
        turns += 1
        if (turns % TURNS_A_SYNC === 0) writingOut = writingOut.then(() => target.datasync())
      },
    })
    await writingOut
    return schema
  } finally {
    source.close()
    await writingOut.catch(() => undefined)
    await target.close()
  }
}
