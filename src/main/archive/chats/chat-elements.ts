import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { TuttiError } from '../../../shared/errors.ts'
import { ZipReader } from '../zip/zip-reader.ts'
import { guardJson } from './guard-json.ts'

const CONVERSATIONS = /(^|\/)conversations(-\d+)?\.json$/
const CHUNK_BYTES = 64 * 1024
const PK = 0x4b50

export interface ElementOptions {
  /** Called with how much was read, and how much there is, in bytes. */
  readonly onBytes: (done: number, total: number) => void
}

/** The entries of an export's `conversations.json`, one at a time, from the zip file that was sent or the JSON alone. */
export async function* chatElements(path: string, { onBytes }: ElementOptions): AsyncGenerator<unknown> {
  if (!(await isZip(path))) {
    const file = await open(path, 'r')
    const { size } = await file.stat().finally(() => file.close())
    yield* parse(counted(createReadStream(path, { highWaterMark: CHUNK_BYTES }), (done) => onBytes(done, size)))
    return
  }
  const zip = await ZipReader.open(path)
  try {
    const entries = zip.entries.filter(({ name }) => CONVERSATIONS.test(name))
    if (entries.length === 0) {
      throw new TuttiError('invalid-input', 'There is no conversations.json in this zip file. Choose the one that ChatGPT or Claude sent.')
    }
    const total = entries.reduce((sum, { size }) => sum + size, 0)
    let before = 0
    for (const entry of entries) {
      yield* parse(counted(zip.read(entry), (done) => onBytes(before + done, total)))
      before += entry.size
    }
  } finally {
    await zip.close()
  }
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const head = Buffer.alloc(2)
    await file.read(head, 0, 2, 0)
    return head.readUInt16LE(0) === PK
  } finally {
    await file.close()
  }
}

async function* counted(chunks: AsyncIterable<Uint8Array>, onBytes: (done: number) => void): AsyncGenerator<Uint8Array> {
  let done = 0
  for await (const chunk of chunks) {
    done += chunk.byteLength
    onBytes(done)
    yield chunk
  }
}

async function* parse(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  const { default: streamArray } = await import('stream-json/streamers/stream-array.js')
  const parser = streamArray.withParserAsStream({ packValues: true, streamValues: false })
  const bytes = Readable.from(guardJson(chunks))
  bytes.on('error', (error) => parser.destroy(error))
  try {
    for await (const { value } of bytes.pipe(parser)) yield value
  } catch (thrown) {
    if (thrown instanceof TuttiError) throw thrown
    throw new TuttiError(
      'invalid-input',
      'The file is no list of conversations, or it ends in the middle. What stood before that was taken over; get the file again.',
      {
        cause: thrown,
      },
    )
  } finally {
    bytes.destroy()
    parser.destroy()
  }
}
