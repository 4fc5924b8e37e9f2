import type { FileHandle } from 'node:fs/promises'
import { TuttiError } from '../../../shared/errors.ts'

/** A file in a zip file. `packed` and `size` in bytes. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  /** Where its local header starts. */
  readonly offset: number
}

const END_BYTES = 22
const MAX_COMMENT_BYTES = 65_535
const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const ENTRY = 0x02014b50
const ENTRY_BYTES = 46
/** A first entry, or the end of an empty file. */
const STARTS: readonly number[] = [0x04034b50, END]
/** Stands where the number is in a zip64 field. */
const ELSEWHERE = 0xffffffff
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024

/**
 * The central directory at a zip file's end, with its zip64 form (PKWARE APPNOTE.TXT 4.3). A reader that goes from the front would have to
 * guess where an entry ends, and would not notice that the rest of the file is missing.
 */
export async function readDirectory(file: FileHandle, fileBytes: number): Promise<ZipEntry[]> {
  const first = await read(file, 0, Math.min(fileBytes, 4))
  if (first.byteLength < 4 || !STARTS.includes(first.readUInt32LE(0))) {
    throw new TuttiError('invalid-input', 'This is no zip file. Choose one that ends in .zip and opens elsewhere.')
  }
  const tailBytes = Math.min(fileBytes, END_BYTES + MAX_COMMENT_BYTES)
  const tail = await read(file, fileBytes - tailBytes, tailBytes)
  let at = tailBytes - END_BYTES
  while (at >= 0 && tail.readUInt32LE(at) !== END) at -= 1
  if (at < 0) throw new TuttiError('invalid-input', 'This is no whole zip file: its end is missing. It was cut on its way; get it again.')
  const { bytes, offset } = (await readZip64End(file, fileBytes - tailBytes + at)) ?? {
    bytes: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  }
  if (bytes > MAX_DIRECTORY_BYTES || offset + bytes > fileBytes) throw broken()
  return entriesOf(await read(file, offset, bytes))
}

async function readZip64End(file: FileHandle, endAt: number): Promise<{ bytes: number; offset: number } | null> {
  if (endAt < 20) return null
  const locator = await read(file, endAt - 20, 20)
  if (locator.readUInt32LE(0) !== LOCATOR_64) return null
  const record = await read(file, Number(locator.readBigUInt64LE(8)), 56)
  if (record.readUInt32LE(0) !== END_64) throw broken()
  return { bytes: Number(record.readBigUInt64LE(40)), offset: Number(record.readBigUInt64LE(48)) }
}

function entriesOf(directory: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = []
  for (let at = 0; at + ENTRY_BYTES <= directory.byteLength; ) {
    if (directory.readUInt32LE(at) !== ENTRY) throw broken()
    const nameBytes = directory.readUInt16LE(at + 28)
    const extraBytes = directory.readUInt16LE(at + 30)
    const name = directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)
    const extraAt = at + ENTRY_BYTES + nameBytes
    const wide = wideNumbers(directory.subarray(extraAt, extraAt + extraBytes))
    const number = (value: number) => (value === ELSEWHERE ? wide() : value)
    const size = number(directory.readUInt32LE(at + 24))
    const packed = number(directory.readUInt32LE(at + 20))
    const offset = number(directory.readUInt32LE(at + 42))
    entries.push({ name, method: directory.readUInt16LE(at + 10), crc: directory.readUInt32LE(at + 16), packed, size, offset })
    at = extraAt + extraBytes + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** The 64-bit numbers of the zip64 field, in the order in which the directory leaves them out. */
function wideNumbers(extra: Buffer): () => number {
  let field = Buffer.alloc(0)
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1) field = Buffer.from(extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2)))
  }
  let next = 0
  return () => {
    if (next + 8 > field.byteLength) throw broken()
    const value = Number(field.readBigUInt64LE(next))
    next += 8
    return value
  }
}

async function read(file: FileHandle, offset: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes)
  if (offset < 0 || (await file.read(buffer, 0, bytes, offset)).bytesRead !== bytes) throw broken()
  return buffer
}

function broken(): TuttiError {
  return new TuttiError('invalid-input', 'The directory of this zip file cannot be read. Get the file again.')
}
