import { inLanguage } from '../../../state/language.ts'
import { en } from './words/en.ts'

/** Strings of Settings › Tools, and of the tools in a preset. */
export const t = await inLanguage(en, {
  de: async () => (await import('./words/de.ts')).de,
  fr: async () => (await import('./words/fr.ts')).fr,
})
