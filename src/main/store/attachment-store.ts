import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TuttiError } from '../../shared/errors.ts'
import { AttachmentRef } from '../../shared/model.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Database } from './database.ts'

const AttachmentId = AttachmentRef.shape.id

/** Files that were attached to messages: bytes under their SHA-256 in one owner-only folder, names and types as rows. */
export class AttachmentStore {
  readonly #db: Database
  readonly #folder: string
  readonly #clock: Pick<Clock, 'now'>

  constructor(db: Database, folder: string, clock: Pick<Clock, 'now'>) {
    this.#db = db
    this.#folder = folder
    this.#clock = clock
  }

  /** Keeps the bytes, once however often they are added; adding them again mends a file that was changed. */
  async add(name: string, mediaType: string, bytes: Uint8Array): Promise<AttachmentRef> {
    const id = createHash('sha256').update(bytes).digest('hex')
    const ref = AttachmentRef.parse({ id, name, mediaType, bytes: bytes.byteLength })
    await this.#save(id, bytes)
    const sql = `INSERT INTO attachments (id, name, media_type, bytes, added_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET added_at = excluded.added_at`
    await this.#db.write(() => this.#db.run(sql, id, name, mediaType, ref.bytes, this.#clock.now()))
    return ref
  }

  /** Throws TuttiError 'not-found' for a missing file, 'damaged' for one whose bytes are not what was added. */
  async read(id: string): Promise<Uint8Array> {
    const known = AttachmentId.safeParse(id)
    if (!known.success) throw new TuttiError('invalid-input', 'An attachment is named by 64 hexadecimal digits. Attach the file again.')
    const bytes = await readFile(join(this.#folder, known.data)).catch((cause: unknown) => {
      throw new TuttiError('not-found', 'An attached file is not in the data folder any more. Attach it again.', { cause })
    })
    if (createHash('sha256').update(bytes).digest('hex') !== known.data) {
      throw new TuttiError('damaged', 'An attached file was changed outside Tutti and cannot be used. Attach it again.')
    }
    return bytes
  }

  /** Deletes files of which `purgeRemoved` has deleted the rows. */
  async forget(ids: readonly string[]): Promise<void> {
    for (const id of ids) await rm(join(this.#folder, AttachmentId.parse(id)), { force: true })
  }

  /** Under another name first: a kill in between never leaves half a file under the right one. */
  async #save(id: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const unfinished = join(this.#folder, `.${randomUUID()}`)
    try {
      await writeFile(unfinished, bytes, { mode: 0o600, flag: 'wx', flush: true })
      await rename(unfinished, join(this.#folder, id))
    } catch (cause) {
      await rm(unfinished, { force: true })
      throw new TuttiError('internal', 'The file could not be saved in the data folder. Check its free space and who may write to it.', {
        cause,
      })
    }
  }
}
