import { inLanguage } from '../../../state/language.ts'
import { en } from './words/en.ts'

/** Strings of Settings › Policies. */
export const p = await inLanguage(en, {
  de: async () => (await import('./words/de.ts')).de,
  fr: async () => (await import('./words/fr.ts')).fr,
})
