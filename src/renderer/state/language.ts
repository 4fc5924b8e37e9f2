import { formatIn } from '../../shared/format.ts'
import { Language, preferredLanguage } from '../../shared/language.ts'

const KEPT = 'tutti-language'

/** The language of this page, known before any catalogue is loaded; another one is another load of the page. */
export const language: Language = typeof document === 'undefined' ? 'en' : (keptLanguage() ?? preferredLanguage(navigator.languages))
formatIn(language)
if (typeof document !== 'undefined') document.documentElement.lang = language

/**
 * The catalogue of this page's language; the others are not loaded. A module awaits it at its top level:
 * `export const t = await inLanguage(en, { de: async () => (await import('./messages/de.ts')).de, fr: … })`.
 * A catalogue imports nothing but types and this module, so that nothing waits for itself.
 */
export async function inLanguage<T>(en: T, others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<T>>>): Promise<T> {
  return language === 'en' ? en : others[language]()
}

/** For the few words that a folder shows before its catalogue is loaded: what its tab is called. */
export function pick<T>(words: Readonly<Record<Language, T>>): T {
  return words[language]
}

/** Keeps what the settings say for the next load. true where this page speaks another language than it then would. */
export function keepLanguage(wanted: Language | 'system'): boolean {
  try {
    if (wanted === 'system') localStorage.removeItem(KEPT)
    else localStorage.setItem(KEPT, wanted)
    return (keptLanguage() ?? preferredLanguage(navigator.languages)) !== language
  } catch {
    // A page that may keep nothing would load itself again for ever.
    return false
  }
}

function keptLanguage(): Language | null {
  try {
    const kept = Language.safeParse(localStorage.getItem(KEPT))
    return kept.success ? kept.data : null
  } catch {
    return null
  }
}
