import { inLanguage } from '../../state/language.ts'
import { en } from './messages/en.ts'

/** Strings of the Lab. */
export const w = await inLanguage(en, {
  de: async () => (await import('./messages/de.ts')).de,
  fr: async () => (await import('./messages/fr.ts')).fr,
})
