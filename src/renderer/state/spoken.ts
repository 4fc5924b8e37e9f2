import { type ClientLink, mapEventIterator } from '@orpc/client'
import type { Words } from '../../shared/sentence.ts'
import { type Catalogue, inWords } from '../../shared/sentences/in-words.ts'
import { speak } from '../../shared/sentences/speak.ts'
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

/** The same connection, with everything that the core tells in the language of the page. What comes over it belongs to nobody else yet. */
export function spokenLink<Context extends Record<never, never>>(link: ClientLink<Context>): ClientLink<Context> {
  if (catalogue === null) return link
  return {
    call: async (path, input, options) => {
      const output = await link.call(path, input, options)
      if (!isStream(output)) return speak(output, spoken)
      return mapEventIterator(output, { value: async (value) => speak(value, spoken), error: async (error) => error })
    },
  }
}

function isStream(value: unknown): value is AsyncIteratorObject<unknown, unknown, void> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
