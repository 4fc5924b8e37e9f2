import type { ErrorCode, ErrorInfo } from '../../shared/errors.ts'
import { inLanguage } from './language.ts'

export type ErrorWords = Readonly<Record<ErrorCode, string>>

/** null in English, in which the core itself writes. */
const words = await inLanguage<ErrorWords | null>(null, {
  de: async () => (await import('./error-words-german.ts')).errorWords,
  fr: async () => (await import('./error-words-french.ts')).errorWords,
})

/** Errors whose own text names what the sentence of their code cannot: a field, a name, an amount, what a vendor said. */
const NAMES_MORE: ReadonlySet<ErrorCode> = new Set([
  'invalid-input',
  'not-found',
  'unknown-model',
  'unknown-provider',
  'bad-request',
  'vendor-error',
  'refused',
  'budget-exceeded',
  'no-price',
  'cannot-take',
  'diverged',
  'damaged',
  'internal',
])

/** What an error says in the language of the page; in brackets the core's own words where they name more. */
export function errorText({ code, message }: Pick<ErrorInfo, 'code' | 'message'>): string {
  if (words === null) return message
  return NAMES_MORE.has(code) ? `${words[code]} (${message})` : words[code]
}
