import { createHash } from 'node:crypto'
import { createWriteStream, rmSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { BackupContents } from '../../../shared/data.ts'
import { TuttiError } from '../../../shared/errors.ts'
import { MIGRATIONS } from '../../store/migrations/all.ts'
import { openDatabase } from '../../store/open-database.ts'
import type { JobContext } from '../../store/worker/job.ts'
import type { Progress } from '../job-kinds.ts'
import type { ZipEntry } from '../zip/zip-directory.ts'
import { ZipReader } from '../zip/zip-reader.ts'
import { keepSpending } from './keep-spending.ts'
import { DATABASE, MANIFEST, Manifest, MOST_MANIFEST_BYTES } from './manifest.ts'
import { endOpenRuns } from './open-runs.ts'

/** The only names in a backup, so that none leads out of the folder. */
const NAMES = /^(tutti\.db|attachments\/[0-9a-f]{64})$/
const Counts = z.object({ conversations: z.number(), messages: z.number(), runs: z.number() })

export interface CheckBackup {
  readonly path: string
  readonly folder: string
  readonly appVersion: string
}

/** Unpacks a backup into `folder` and makes sure that all of it is sound. Where it is not, `folder` is gone and the error says what is wrong. */
export async function checkBackup({ path, folder, appVersion }: CheckBackup, context: JobContext<Progress>): Promise<BackupContents> {
  const zip = await ZipReader.open(path)
  try {
    const manifest = await readManifest(zip, appVersion)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await unpack(zip, manifest, folder, context)
    const counts = checkDatabase(join(folder, DATABASE), manifest)
    bringForward(folder, appVersion)
    const database = new DatabaseSync(join(folder, DATABASE))
    try {
      endOpenRuns(database, Date.now())
      keepSpending(context.db, database)
    } finally {
      database.close()
    }
    const { madeAt, files } = manifest
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    return { madeAt, appVersion: manifest.appVersion, ...counts, attachments: files.length - 1, bytes }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  } finally {
    await zip.close()
  }
}

async function readManifest(zip: ZipReader, appVersion: string): Promise<Manifest> {
  const entry = zip.entries.find(({ name }) => name === MANIFEST)
  if (entry === undefined) throw notBackup('it has no manifest.json')
  const text = await zip.text(entry, MOST_MANIFEST_BYTES)
  const parsed = Manifest.safeParse(jsonOf(text))
  if (!parsed.success) throw notBackup('its manifest.json is not one of Tutti')
  const newest = MIGRATIONS.at(-1)?.version ?? 0
  if (parsed.data.schema > newest) {
    throw new TuttiError(
      'newer-data',
      `This backup was made by Tutti ${parsed.data.appVersion} (format ${parsed.data.schema}); this is Tutti ${appVersion}, which reads up to ${newest}. Install the newest version, then restore it.`,
    )
  }
  return parsed.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function unpack(zip: ZipReader, { files }: Manifest, folder: string, { check, emit, breathe }: JobContext<Progress>): Promise<void> {
  const byName = new Map(zip.entries.map((entry) => [entry.name, entry]))
  const foreign = [...byName.keys()].find((name) => name !== MANIFEST && !NAMES.test(name))
  if (foreign !== undefined) throw notBackup(`it holds “${foreign.slice(0, 100)}”, which no backup does`)
  if (!files.some(({ name }) => name === DATABASE)) throw notBackup('it holds no database')
  await mkdir(join(folder, 'attachments'), { recursive: true, mode: 0o700 })
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  for (const { name, bytes, sha256 } of files) {
    const entry = byName.get(name)
    if (entry === undefined || !NAMES.test(name) || entry.size !== bytes) throw damaged(name)
    const found = await unpackFile(zip, entry, join(folder, name), async (piece) => {
      check()
      done += piece
      await emit({ done, total })
      await breathe()
    })
    if (found !== sha256) throw damaged(name)
  }
}

/** Returns the SHA-256 of what was written. */
async function unpackFile(zip: ZipReader, entry: ZipEntry, to: string, onBytes: (bytes: number) => Promise<void>): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(
    async function* () {
      for await (const piece of zip.read(entry)) {
        hash.update(piece)
        await onBytes(piece.byteLength)
        yield piece
      }
    },
    createWriteStream(to, { flags: 'wx', mode: 0o600 }),
  )
  return hash.digest('hex')
}

function checkDatabase(path: string, { schema }: Manifest): z.infer<typeof Counts> {
  try {
    const db = new DatabaseSync(path)
    try {
      if (Number(db.prepare('PRAGMA user_version').get()?.user_version) !== schema) throw damaged(DATABASE)
      if (db.prepare('PRAGMA quick_check(1)').get()?.quick_check !== 'ok') throw damaged(DATABASE)
      const sql = `SELECT (SELECT count(*) FROM conversations WHERE removed_at IS NULL) AS conversations,
        (SELECT count(*) FROM messages) AS messages, (SELECT count(*) FROM runs) AS runs`
      return Counts.parse(db.prepare(sql).get())
    } finally {
      db.close()
    }
  } catch (cause) {
    throw cause instanceof TuttiError ? cause : damaged(DATABASE, cause)
  }
}

/** To the present format, so that what was spent since can be noted in it. */
function bringForward(folder: string, appVersion: string): void {
  openDatabase({ path: join(folder, DATABASE), now: Date.now(), appVersion }).database.close()
  rmSync(join(folder, 'backups'), { recursive: true, force: true })
}

function notBackup(why: string): TuttiError {
  return new TuttiError('invalid-input', `This is no backup of Tutti: ${why}. Choose a file that “Back up” made.`)
}

function damaged(name: string, cause?: unknown): TuttiError {
  return new TuttiError(
    'invalid-input',
    `“${name}” in this backup is not what was backed up. Nothing was changed; choose another copy of the file.`,
    { cause },
  )
}
