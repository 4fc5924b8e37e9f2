import { formatPlural } from '../../../../shared/format.ts'
import { inLanguage } from '../../../state/language.ts'
import { en } from './words/en.ts'

/** Strings of Settings › Data. */
export const d = await inLanguage(en, {
  de: async () => (await import('./words/de.ts')).de,
  fr: async () => (await import('./words/fr.ts')).fr,
})

/** "4,000 conversations" */
export const conversationsText = (count: number) => formatPlural(count, d.conversations.one, d.conversations.other)
export const messagesText = (count: number) => formatPlural(count, d.messages.one, d.messages.other)
export const runsText = (count: number) => formatPlural(count, d.runs.one, d.runs.other)
