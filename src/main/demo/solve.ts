import { arithmetic } from './arithmetic.ts'
import { calendar } from './calendar.ts'
import { clockArithmetic } from './clock-arithmetic.ts'
import { conversion } from './conversion.ts'
import { rewritten } from './everyday.ts'
import { inEnglish } from './in-english.ts'
import { withDigits } from './number-words.ts'
import { ordering } from './ordering.ts'
import { sequence } from './sequence.ts'
import type { Solution, Solver } from './solution.ts'
import { syllogism } from './syllogism.ts'

/** Narrow readings first: a date is no subtraction, a time no ratio. */
const SOLVERS: readonly Solver[] = [ordering, syllogism, sequence, calendar, clockArithmetic, conversion, arithmetic]
/** Longer texts are no question of these kinds. */
const LONGEST = 2000

/** Computes the answer to a question of arithmetic, units, dates, times or small puzzles; null for anything else. */
export function solve(question: string): Solution | null {
  const text = rewritten(withDigits(inEnglish(question.trim())))
  if (text.length > LONGEST) return null
  for (const solver of SOLVERS) {
    const found = solver(text)
    if (found !== null) return found
  }
  return null
}
