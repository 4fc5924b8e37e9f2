import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { TuttiError } from '../../../shared/errors.ts'

const CHUNK_BYTES = 128 * 1024
/** Written out so often: a gigabyte that is written out at once keeps the core's own small writes waiting. */
const SYNC_BYTES = 16 * 1024 * 1024
/** Offsets in the file have 32 bits; a little stays for its directory. */
const MOST_BYTES = 0xf0000000

export interface ZipWriterOptions {
  /** Called for each piece that was read, with its bytes; throws to stop. */
  readonly onBytes?: (bytes: number) => void | Promise<void>
}

/** What was written of a file. */
export interface Written {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** Writes a zip file entry by entry; of a file it holds a piece at a time. */
export class ZipWriter {
  readonly #file: FileHandle
  readonly #path: string
  readonly #onBytes: NonNullable<ZipWriterOptions['onBytes']>
  readonly #zip: Zip
  #packed: Uint8Array[] = []
  #size = 0
  #synced = 0

  private constructor(file: FileHandle, path: string, onBytes: NonNullable<ZipWriterOptions['onBytes']>) {
    this.#file = file
    this.#path = path
    this.#onBytes = onBytes
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error
      this.#packed.push(chunk)
    })
  }

  /** The file must not be there yet; it is readable by its owner alone. */
  static async create(path: string, { onBytes = () => undefined }: ZipWriterOptions = {}): Promise<ZipWriter> {
    return new ZipWriter(await open(path, 'wx', 0o600), path, onBytes)
  }

  addText(name: string, text: string): Promise<Written> {
    return this.#add(name, [Buffer.from(text)], true)
  }

  /** `pack`: pictures and PDF are packed already. */
  addFile(name: string, path: string, pack: boolean): Promise<Written> {
    return this.#add(name, createReadStream(path, { highWaterMark: CHUNK_BYTES }), pack)
  }

  async finish(): Promise<void> {
    this.#zip.end()
    await this.#flush()
    await this.#file.sync()
    await this.#file.close()
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    this.#zip.terminate()
    await this.#file.close().catch(() => undefined)
    await rm(this.#path, { force: true })
  }

  async #add(name: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, pack: boolean): Promise<Written> {
    const entry = pack ? new ZipDeflate(name, { level: 1 }) : new ZipPassThrough(name)
    this.#zip.add(entry)
    const hash = createHash('sha256')
    let bytes = 0
    for await (const piece of pieces) {
      hash.update(piece)
      bytes += piece.byteLength
      entry.push(piece)
      await this.#flush()
      await this.#onBytes(piece.byteLength)
    }
    entry.push(new Uint8Array(0), true)
    await this.#flush()
    return { name, bytes, sha256: hash.digest('hex') }
  }

  async #flush(): Promise<void> {
    const packed = this.#packed
    this.#packed = []
    for (const chunk of packed) {
      this.#size += chunk.byteLength
      if (this.#size > MOST_BYTES) {
        throw new TuttiError(
          'invalid-input',
          'The data fill more than the 4 GB of a zip file. Copy the data folder instead while Tutti is closed.',
        )
      }
      await this.#file.write(chunk)
    }
    if (this.#size - this.#synced < SYNC_BYTES) return
    this.#synced = this.#size
    await this.#file.datasync()
  }
}
