import { TuttiError } from '../../../shared/errors.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN: ReadonlySet<number> = new Set([0x5b, 0x7b])
const CLOSE: ReadonlySet<number> = new Set([0x5d, 0x7d])

/** Exports are about ten levels deep. */
const MOST_DEPTH = 200
/** One conversation; the largest that people have are a few MB. */
const MOST_ELEMENT_BYTES = 64 * 1024 * 1024

/**
 * Passes JSON on and refuses what would fill the memory: nesting without end, or an element of the outermost array that never ends.
 * Whatever comes is read once, byte by byte; whether it is JSON is the parser's to say.
 */
export async function* guardJson(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let depth = 0
  let inString = false
  let escaped = false
  let elementBytes = 0
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      if (inString) {
        if (escaped) escaped = false
        else if (byte === BACKSLASH) escaped = true
        else if (byte === QUOTE) inString = false
      } else if (byte === QUOTE) inString = true
      else if (OPEN.has(byte)) depth += 1
      else if (CLOSE.has(byte)) {
        depth -= 1
        if (depth <= 1) elementBytes = 0
      }
      elementBytes += 1
      if (depth > MOST_DEPTH) throw refused(`it is nested more than ${MOST_DEPTH} levels deep`)
      if (elementBytes > MOST_ELEMENT_BYTES) throw refused(`one entry of it has more than ${MOST_ELEMENT_BYTES / 1024 / 1024} MB`)
    }
    yield chunk
  }
}

function refused(why: string): TuttiError {
  return new TuttiError(
    'invalid-input',
    `This is no export of ChatGPT or Claude: ${why}. Choose the zip file that they sent, or its conversations.json.`,
  )
}
