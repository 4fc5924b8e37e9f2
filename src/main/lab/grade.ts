import { z } from 'zod'
import { parseJson } from '../orchestrators/advanced/consensus/canonical-json.ts'
import { extractAnswer } from '../orchestrators/advanced/consensus/extract-answer.ts'
import { asksForLiteral, groupAnswers } from '../orchestrators/advanced/consensus/group-answers.ts'
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
  const equal = (said: string, meant: string) =>
    groupAnswers([ballot('answer', said), ballot('expected', `Answer: ${meant}`)], question).length === 1
  if (equal(answer, expected)) return true
  // What code gives is compared as it stands: [1] is no 1.
  if (asksForLiteral(question)) return false
  return spokenList(expected).some((meant) => equal(answer, meant)) || otherwise(answer).some((said) => equal(said, expected))
}

/** "**Sentiment:** positive" as the last line is the answer "positive", whatever the label. */
function afterLabel(answer: string): string[] {
  const last = answer.trimEnd().split('\n').at(-1) ?? ''
  const said = /^[\s>*_#-]*\p{L}+(?: \p{L}+)?[*_ ]*:[*_ ]*(\S.*)$/u.exec(last)?.[1]
  return said === undefined ? [] : [`Answer: ${said}`]
}

/** The answer as a list that is spelt out, or as what stands behind a label. */
function otherwise(answer: string): string[] {
  return [...spokenList(extractAnswer(answer).text).map((said) => `Answer: ${said}`), ...afterLabel(answer)]
}

/** A JSON list as people write it: `[2, 3, 5]` is also "2, 3, 5". None where it is no flat list. */
function spokenList(text: string): string[] {
  const items = z
    .array(z.union([z.string(), z.number()]))
    .min(1)
    .safeParse(parseJson(text))
  return items.success ? [items.data.join(', ')] : []
}

/** The one number in what is finally said; null where there are none or several. */
function onlyNumber(answer: string): string | null {
  const found = extractAnswer(answer).text.match(NUMBERS) ?? []
  const [only] = found
  return found.length === 1 && only !== undefined ? parseNumber(only) : null
}
