import { randomUUID } from 'node:crypto'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { HeldFile } from '../../../shared/data.ts'
import { PIECE_BYTES } from '../../../shared/data.ts'
import { TuttiError } from '../../../shared/errors.ts'

interface Entry {
  readonly path: string
  readonly name: string
  /** What was announced, for an upload. */
  readonly bytes: number
  received: number
}

/** Files on their way between a page and the core: uploads, and what was made for download. They live in one owner-only folder. */
export class HeldFiles {
  readonly #folder: string
  readonly #entries = new Map<string, Entry>()

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Nobody knows files of an earlier core any more: they are deleted. */
  static async open(home: string): Promise<HeldFiles> {
    const folder = join(home, 'exchange')
    await rm(folder, { recursive: true, force: true })
    return new HeldFiles(folder)
  }

  async beginUpload(name: string, bytes: number): Promise<{ id: string }> {
    const { id, path } = await this.#place()
    await (await open(path, 'wx', 0o600)).close()
    this.#entries.set(id, { path, name, bytes, received: 0 })
    return { id }
  }

  /** Throws 'invalid-input' where a piece does not follow the last one, or there is more than was announced. */
  async upload(id: string, offset: number, base64: string): Promise<void> {
    const entry = this.#entry(id)
    const piece = Buffer.from(base64, 'base64')
    if (offset !== entry.received || offset + piece.byteLength > entry.bytes) {
      throw new TuttiError('invalid-input', `A piece of “${entry.name}” came out of order. Choose the file again.`)
    }
    const file = await open(entry.path, 'r+')
    try {
      await file.write(piece, 0, piece.byteLength, offset)
    } finally {
      await file.close()
    }
    entry.received += piece.byteLength
  }

  /** The path of an upload that is complete. */
  uploaded(id: string): { path: string; name: string; bytes: number } {
    const entry = this.#entry(id)
    if (entry.received !== entry.bytes) {
      throw new TuttiError(
        'invalid-input',
        `Only ${entry.received} of ${entry.bytes} bytes of “${entry.name}” arrived. Choose the file again.`,
      )
    }
    return entry
  }

  /** A place for a file that is about to be made. */
  async newPath(): Promise<{ id: string; path: string }> {
    return this.#place()
  }

  /** Holds a file that was made at `newPath`. */
  async made(id: string, name: string, mediaType: string): Promise<HeldFile> {
    const path = join(this.#folder, id)
    const { size } = await stat(path)
    this.#entries.set(id, { path, name, bytes: size, received: size })
    return { id, name, mediaType, bytes: size }
  }

  async read(id: string, offset: number): Promise<{ base64: string; end: boolean }> {
    const entry = this.#entry(id)
    const file = await open(entry.path, 'r')
    try {
      const piece = Buffer.alloc(Math.max(0, Math.min(PIECE_BYTES, entry.bytes - offset)))
      const { bytesRead } = await file.read(piece, 0, piece.byteLength, offset)
      return { base64: piece.subarray(0, bytesRead).toString('base64'), end: offset + bytesRead >= entry.bytes }
    } finally {
      await file.close()
    }
  }

  async discard(id: string): Promise<void> {
    const entry = this.#entries.get(id)
    this.#entries.delete(id)
    if (entry !== undefined) await rm(entry.path, { force: true })
  }

  async #place(): Promise<{ id: string; path: string }> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const id = randomUUID()
    return { id, path: join(this.#folder, id) }
  }

  #entry(id: string): Entry {
    const entry = this.#entries.get(id)
    if (entry === undefined) throw new TuttiError('not-found', 'This file is not held any more. Make it, or choose it, again.')
    return entry
  }
}
