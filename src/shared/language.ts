import { z } from 'zod'

/** The languages of the interface. */
export const Language = z.enum(['en', 'de', 'fr'])
export type Language = z.infer<typeof Language>

/** Each in its own words. */
export const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch', fr: 'Français' } as const satisfies Record<Language, string>

/** How each language writes numbers, and dates and times. English dates name the day first and have 24 hours. */
export const LOCALES = {
  en: { numbers: 'en-US', dates: 'en-GB' },
  de: { numbers: 'de-DE', dates: 'de-DE' },
  fr: { numbers: 'fr-FR', dates: 'fr-FR' },
} as const satisfies Record<Language, { readonly numbers: string; readonly dates: string }>

/** The first of a person's languages that there is a catalogue for. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const known = Language.safeParse(tag.split('-')[0]?.toLowerCase())
    if (known.success) return known.data
  }
  return 'en'
}
