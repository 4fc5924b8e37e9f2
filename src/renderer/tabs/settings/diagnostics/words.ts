import { inLanguage } from '../../../state/language.ts'
import { en } from './words/en.ts'

/** Strings of Settings › Diagnostics. */
export const g = await inLanguage(en, {
  de: async () => (await import('./words/de.ts')).de,
  fr: async () => (await import('./words/fr.ts')).fr,
})
