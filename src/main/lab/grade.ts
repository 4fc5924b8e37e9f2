import { extractAnswer } from '../orchestrators/advanced/consensus/extract-answer.ts'
import { groupAnswers } from '../orchestrators/advanced/consensus/group-answers.ts'
import { parseNumber } from '../orchestrators/advanced/consensus/parse-number.ts'

const NUMBERS = /[-+\u2212]?\d(?:[\d,.' \u00a0\u202f]*\d)?/g

/**
 * Whether an answer is the expected one, compared as votes are: after extracting and normalising. A data set that expects a bare number
 * takes it with any unit, for it names none.
 */
export function isRight(answer: string, expected: string, question: string): boolean {
  if (answer.trim() === '' || expected.trim() === '') return false
  const number = parseNumber(expected)
  if (number !== null && onlyNumber(answer) === number) return true
  const ballot = (member: string, text: string) => ({ member, number: 1, strength: 0, text })
  return groupAnswers([ballot('answer', answer), ballot('expected', `Answer: ${expected}`)], question).length === 1
}

/** The one number in what is finally said; null where there are none or several. */
function onlyNumber(answer: string): string | null {
  const found = extractAnswer(answer).text.match(NUMBERS) ?? []
  const [only] = found
  return found.length === 1 && only !== undefined ? parseNumber(only) : null
}
