import { groupAnswers } from '../orchestrators/advanced/consensus/group-answers.ts'

/** Whether an answer is the expected one, compared as votes are: after extracting and normalising. */
export function isRight(answer: string, expected: string, question: string): boolean {
  if (answer.trim() === '' || expected.trim() === '') return false
  const ballot = (member: string, text: string) => ({ member, number: 1, strength: 0, text })
  return groupAnswers([ballot('answer', answer), ballot('expected', `Answer: ${expected}`)], question).length === 1
}
