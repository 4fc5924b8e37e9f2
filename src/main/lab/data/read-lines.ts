import { createReadStream } from 'node:fs'
import { TuttiError } from '../../../shared/errors.ts'
import { say } from '../../../shared/sentence.ts'
import type { ProblemList } from './problem-list.ts'

const LINE_FEED = 0x0a
/** A longer line is no question; reading on would fill the memory. */
const LONGEST_LINE_BYTES = 8_000_000

export interface Line {
  /** From 1. */
  readonly number: number
  /** Without its end. */
  readonly text: string
  /** Bytes of the file up to its end. */
  readonly end: number
}

/**
 * The lines of a text file, one at a time. UTF-8, or UTF-16 by its mark; a line that is not UTF-8 is read as Windows-1252 and told, for
 * files are pasted together from several sources.
 */
export async function* readLines(path: string, problems: ProblemList, signal: AbortSignal): AsyncGenerator<Line> {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  let decode = (bytes: Uint8Array, number: number): string => {
    try {
      return utf8.decode(bytes)
    } catch {
      problems.add(number, '', say('lab.other-encoding'), false)
      return new TextDecoder('windows-1252').decode(bytes)
    }
  }
  let width = 1
  let number = 0
  let end = 0
  let rest = Buffer.alloc(0)
  const line = (bytes: Buffer): Line => {
    number += 1
    end += bytes.byteLength
    return { number, text: decode(bytes, number).replace(/\r?\n$/, ''), end }
  }
  for await (const chunk of createReadStream(path, { signal })) {
    rest = rest.byteLength === 0 ? chunk : Buffer.concat([rest, chunk])
    if (number === 0 && end === 0) {
      const wide = wideEncoding(rest)
      if (wide !== null) {
        const decoder = new TextDecoder(wide)
        decode = (bytes) => decoder.decode(bytes).replace(/^\ufeff/, '')
        width = 2
      }
    }
    let from = 0
    for (let at = nextEnd(rest, from, width); at !== -1; at = nextEnd(rest, from, width)) {
      yield line(rest.subarray(from, at))
      from = at
    }
    rest = rest.subarray(from)
    if (rest.byteLength > LONGEST_LINE_BYTES) {
      throw new TuttiError('invalid-input', `Line ${number + 1} is longer than 8 MB. Is this a file with one question on each line?`)
    }
  }
  if (rest.byteLength > 0) yield line(rest)
}

/** Behind the next line feed; -1 where there is none. */
function nextEnd(bytes: Buffer, from: number, width: number): number {
  let at = bytes.indexOf(LINE_FEED, from)
  if (width === 1) return at === -1 ? -1 : at + 1
  for (; at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) {
    const start = at - (at % 2)
    const unit = bytes[start] === LINE_FEED ? bytes[start + 1] : bytes[start]
    if (unit === 0 && start + 2 <= bytes.byteLength) return start + 2
  }
  return -1
}

function wideEncoding(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}
