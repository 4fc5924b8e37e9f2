import { inLanguage } from '../state/language.ts'
import { en } from './messages/en.ts'

export type { Messages } from './messages/en.ts'

/** Every visible string of what a page loads at first, in its language. A tab that is loaded later brings its own, made the same way. */
export const m = await inLanguage(en, {
  de: async () => (await import('./messages/de.ts')).de,
  fr: async () => (await import('./messages/fr.ts')).fr,
})
