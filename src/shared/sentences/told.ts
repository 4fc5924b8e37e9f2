import { type ErrorCode, type ErrorInfo, TuttiError } from '../errors.ts'
import { type Said, say, type Told, type Words } from '../sentence.ts'
import { en, NUMBERS } from './en.ts'
import { type Catalogue, inWords } from './in-words.ts'

const ENGLISH: Catalogue = { sentences: en, numbers: NUMBERS, and: 'and' }

/** What is said, in English: the core's own language, in which journals, logs and the command line are written. */
export function inEnglish(words: Words): string {
  return inWords(words, ENGLISH) ?? JSON.stringify(words)
}

/** Texts in English and, where the catalogue knows them, the words behind them, so that a page can say them in its language. */
export function told<Field extends string>(fields: Readonly<Record<Field, Words>>): Record<Field, string> & { said?: Said }
export function told(fields: Readonly<Record<string, Words>>) {
  const entries = Object.entries(fields)
  const words = entries.filter(([, each]) => typeof each !== 'string')
  const texts = Object.fromEntries(entries.map(([field, each]) => [field, inEnglish(each)]))
  return words.length === 0 ? texts : { ...texts, said: Object.fromEntries(words) }
}

/** An error whose message a page can say in its language. */
export function failure(code: ErrorCode, words: Words, details: ConstructorParameters<typeof TuttiError>[2] = {}): TuttiError {
  return new TuttiError(code, inEnglish(words), { ...details, ...(typeof words === 'string' ? {} : { said: { message: words } }) })
}

/** What an error says, to stand within other words; one without words of its own says in other languages what its code means. */
export function wordsOf({ code, message, said }: Pick<ErrorInfo, 'code' | 'message' | 'said'>): Told {
  const words = said?.message
  return words === undefined || typeof words === 'string' ? say(`error.${code}`, { message }) : words
}

/** Notes in English, with the words behind them. */
export function toldNotes(words: readonly Words[]): { notes: string[]; said?: Said } {
  return { notes: words.map(inEnglish), ...saidOf('notes', words) }
}

/** Evidence in English, with the words behind it. */
export function toldEvidence(words: readonly Words[]): { evidence: string[]; said?: Said } {
  return { evidence: words.map(inEnglish), ...saidOf('evidence', words) }
}

function saidOf(field: string, words: readonly Words[]): { said?: Said } {
  return words.every((each) => typeof each === 'string') ? {} : { said: { [field]: words } }
}
