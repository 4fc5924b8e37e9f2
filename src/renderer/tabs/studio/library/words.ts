import { inLanguage } from '../../../state/language.ts'
import { en } from './words/en.ts'

/** Strings of the library: commands and agents. */
export const w = await inLanguage(en, {
  de: async () => (await import('./words/de.ts')).de,
  fr: async () => (await import('./words/fr.ts')).fr,
})
