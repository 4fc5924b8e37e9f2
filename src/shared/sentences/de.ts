import { asking } from './de/asking.ts'
import { auto } from './de/auto.ts'
import { errors } from './de/errors.ts'
import { lab } from './de/lab.ts'
import { library } from './de/library.ts'
import { refusals } from './de/refusals.ts'
import { run } from './de/run.ts'
import { verdict } from './de/verdict.ts'
import type { en } from './en.ts'
import type { Catalogue } from './in-words.ts'

const sentences: Readonly<Record<keyof typeof en, string>> = {
  ...asking,
  ...verdict,
  ...auto,
  ...run,
  ...errors,
  ...lab,
  ...library,
  ...refusals,
}

/** Deutsch. Wer liest, wird mit „du“ angesprochen. */
export const de: Catalogue = {
  sentences,
  numbers: ['kein', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'],
  and: 'und',
}
