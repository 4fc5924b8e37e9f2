import { type ClientLink, mapEventIterator } from '@orpc/client'
import { Said, type Words } from '../../shared/sentence.ts'
import { type Catalogue, inWords } from '../../shared/sentences/in-words.ts'
import { inLanguage } from './language.ts'

/** null in English, in which the core itself writes. */
const catalogue = await inLanguage<Catalogue | null>(null, {
  de: async () => (await import('../../shared/sentences/de.ts')).de,
  fr: async () => (await import('../../shared/sentences/fr.ts')).fr,
})

/** What is said, in the language of the page; null where the core's own text is what there is. */
export function spoken(words: Words): string | null {
  return catalogue === null ? null : inWords(words, catalogue)
}

/** The same connection, with everything that the core tells in the language of the page. */
export function spokenLink<Context extends Record<never, never>>(link: ClientLink<Context>): ClientLink<Context> {
  if (catalogue === null) return link
  return {
    call: async (path, input, options) => {
      const output = await link.call(path, input, options)
      if (isStream(output)) return mapEventIterator(output, { value: async (value) => speak(value), error: async (error) => error })
      return speak(output)
    },
  }
}

/** Replaces each text that has words behind it, in place: what came over the connection belongs to nobody else yet. */
export function speak(value: unknown): unknown {
  if (Array.isArray(value)) for (const each of value) speak(each)
  if (!isRecord(value)) return value
  const said = value.said === undefined ? null : Said.safeParse(value.said)
  if (said?.success) for (const [field, words] of Object.entries(said.data)) value[field] = spokenField(value[field], words)
  for (const [field, each] of Object.entries(value)) if (field !== 'said') speak(each)
  return value
}

/** Of a list of texts each has words of its own. */
function spokenField(text: unknown, words: Words): unknown {
  if (typeof text === 'string') return spoken(words) ?? text
  if (!Array.isArray(text) || typeof words === 'string' || 'say' in words) return text
  return text.map((each: unknown, place) => {
    const own = words[place]
    return own === undefined ? each : spokenField(each, own)
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

function isStream(value: unknown): value is AsyncIteratorObject<unknown, unknown, void> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
