import { asking } from './en/asking.ts'
import { auto } from './en/auto.ts'
import { errors } from './en/errors.ts'
import { lab } from './en/lab.ts'
import { library } from './en/library.ts'
import { refusals } from './en/refusals.ts'
import { run } from './en/run.ts'
import { verdict } from './en/verdict.ts'

/**
 * Every sentence that the core says to people. What stands in braces is filled from what the sentence speaks of (`in-words.ts` knows the
 * formats); other languages have the same names, with at most the same slots.
 */
export const en = { ...asking, ...verdict, ...auto, ...run, ...errors, ...lab, ...library, ...refusals }

export const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
