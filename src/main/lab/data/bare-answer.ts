/** An answer alone in a form in which it is read as such, blanks and all; an empty text is an answer, too. */
export function bareAnswer(answer: string): string {
  return JSON.stringify({ answer: answer === answer.trim() && answer !== '' ? answer : `"${answer}"` })
}
