import type { en } from './en.ts'
import { asking } from './fr/asking.ts'
import { auto } from './fr/auto.ts'
import { errors } from './fr/errors.ts'
import { lab } from './fr/lab.ts'
import { library } from './fr/library.ts'
import { refusals } from './fr/refusals.ts'
import { run } from './fr/run.ts'
import { verdict } from './fr/verdict.ts'
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

/** Français. On vouvoie. */
export const fr: Catalogue = {
  sentences,
  numbers: ['aucun', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'],
  and: 'et',
}
