import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { TuttiError } from '../../../shared/errors.ts'
import { readDirectory, type ZipEntry } from './zip-directory.ts'

/** What an entry may unpack to for each byte of the file it lies in; text packs 20 to 1, a bomb 1,000 to 1. */
const MOST_TIMES = 200
/** Below this an entry is never called a bomb, in bytes. */
const HARMLESS_BYTES = 64 * 1024 * 1024
const LOCAL_HEADER_BYTES = 30
const CHUNK_BYTES = 256 * 1024

/** A zip file read by its directory, entry by entry, with its check sums; memory stays flat. */
export class ZipReader {
  readonly entries: readonly ZipEntry[]
  readonly #file: FileHandle
  readonly #bytes: number

  private constructor(file: FileHandle, bytes: number, entries: readonly ZipEntry[]) {
    this.#file = file
    this.#bytes = bytes
    this.entries = entries
  }

  /** Throws TuttiError 'invalid-input' where the directory cannot be read, as in a file that was cut. */
  static async open(path: string): Promise<ZipReader> {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      return new ZipReader(file, size, await readDirectory(file, size))
    } catch (error) {
      await file.close()
      throw error
    }
  }

  /** The entry's bytes. Throws 'invalid-input' where they are not what the directory says, or where they unpack beyond reason. */
  async *read(entry: ZipEntry): AsyncGenerator<Buffer> {
    if (entry.method !== 0 && entry.method !== 8) {
      throw new TuttiError(
        'invalid-input',
        `“${entry.name}” is packed in a way that Tutti cannot read (method ${entry.method}). Pack it as a usual zip.`,
      )
    }
    const most = Math.max(HARMLESS_BYTES, this.#bytes * MOST_TIMES)
    if (entry.size > most) throw bomb(entry.name)
    const packed = Readable.from(this.#packed(entry))
    const inflate = entry.method === 8 ? createInflateRaw({ chunkSize: CHUNK_BYTES }) : null
    const chunks = inflate === null ? packed : packed.pipe(inflate)
    packed.on('error', (error) => inflate?.destroy(error))
    let size = 0
    let sum = 0
    try {
      for await (const chunk of chunks) {
        const bytes = Buffer.from(chunk)
        size += bytes.byteLength
        if (size > most || size > entry.size) throw size > most ? bomb(entry.name) : wrong(entry.name)
        sum = crc32(bytes, sum)
        yield bytes
      }
    } catch (thrown) {
      throw thrown instanceof TuttiError ? thrown : wrong(entry.name, thrown)
    } finally {
      packed.destroy()
      inflate?.destroy()
    }
    if (size !== entry.size || sum !== entry.crc) throw wrong(entry.name)
  }

  /** A small entry as text. Throws 'invalid-input' where it has more than `most` bytes. */
  async text(entry: ZipEntry, most: number): Promise<string> {
    if (entry.size > most) throw new TuttiError('invalid-input', `“${entry.name}” is larger than any that Tutti writes.`)
    const chunks: Buffer[] = []
    for await (const chunk of this.read(entry)) chunks.push(chunk)
    return Buffer.concat(chunks).toString('utf8')
  }

  async close(): Promise<void> {
    await this.#file.close()
  }

  async *#packed({ name, offset, packed }: ZipEntry): AsyncGenerator<Buffer> {
    const header = Buffer.alloc(LOCAL_HEADER_BYTES)
    await this.#file.read(header, 0, LOCAL_HEADER_BYTES, offset)
    if (header.readUInt32LE(0) !== 0x04034b50) throw wrong(name)
    let at = offset + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
    const end = at + packed
    if (end > this.#bytes) throw wrong(name)
    while (at < end) {
      const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, end - at))
      const { bytesRead } = await this.#file.read(chunk, 0, chunk.byteLength, at)
      if (bytesRead === 0) throw wrong(name)
      at += bytesRead
      yield chunk.subarray(0, bytesRead)
    }
  }
}

function wrong(name: string, cause?: unknown): TuttiError {
  return new TuttiError('invalid-input', `“${name}” in the zip file is damaged. Get the file again.`, { cause })
}

function bomb(name: string): TuttiError {
  return new TuttiError('invalid-input', `“${name}” would unpack to far more than the file has. No export does that, so nothing was read.`)
}
