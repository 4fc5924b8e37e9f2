import { Said, type Words } from '../sentence.ts'

/** What is said, in one language; null where the text that is there has to do. */
export type Speaker = (words: Words) => string | null

/** Replaces every text that has words behind it, in place and at any depth; hands the same value back. */
export function speak<T>(value: T, speaker: Speaker): T {
  walk(value, speaker)
  return value
}

function walk(value: unknown, speaker: Speaker): void {
  if (Array.isArray(value)) for (const each of value) walk(each, speaker)
  if (!isRecord(value)) return
  const said = value.said === undefined ? null : Said.safeParse(value.said)
  if (said?.success) for (const [field, words] of Object.entries(said.data)) value[field] = fieldIn(value[field], words, speaker)
  for (const [field, each] of Object.entries(value)) if (field !== 'said') walk(each, speaker)
}

/** Of a list of texts each has words of its own. */
function fieldIn(text: unknown, words: Words, speaker: Speaker): unknown {
  if (typeof text === 'string') return speaker(words) ?? text
  if (!Array.isArray(text) || typeof words === 'string' || 'say' in words) return text
  return text.map((each: unknown, place) => {
    const own = words[place]
    return own === undefined ? each : fieldIn(each, own, speaker)
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
