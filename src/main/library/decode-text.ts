import { say } from '../../shared/sentence.ts'
import { failure } from '../../shared/sentences/told.ts'

export interface DecodedText {
  readonly text: string
  /** How it was read where that is not UTF-8. */
  readonly encoding: string | null
}

const BINARY_SAMPLE = 8_192

/** Text of a file in whatever encoding: a byte order mark decides, then UTF-8, then Windows-1252. Throws `damaged` for what is no text. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le', 'UTF-16')
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be', 'UTF-16')
  if (first === 0xef && second === 0xbb && third === 0xbf) return decoded(bytes, 'utf-8', null)
  const wide = wideWithoutMark(bytes)
  if (wide !== null) return decoded(bytes, wide, 'UTF-16')
  if (bytes.subarray(0, BINARY_SAMPLE).includes(0)) throw failure('damaged', say('file.no-text'))
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: null }
  } catch {
    return decoded(bytes, 'windows-1252', 'Windows-1252')
  }
}

function decoded(bytes: Uint8Array, label: string, encoding: string | null): DecodedText {
  return { text: new TextDecoder(label).decode(bytes), encoding }
}

/** Western text in UTF-16 has a zero in every other byte. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, Math.min(bytes.length - (bytes.length % 2), 512))
  if (sample.length < 8) return null
  const zeros = { even: 0, odd: 0 }
  for (const [place, byte] of sample.entries()) if (byte === 0) zeros[place % 2 === 0 ? 'even' : 'odd'] += 1
  const most = sample.length * 0.4
  if (zeros.odd > most && zeros.even === 0) return 'utf-16le'
  return zeros.even > most && zeros.odd === 0 ? 'utf-16be' : null
}
