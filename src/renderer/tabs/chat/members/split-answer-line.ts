/** "Answer: 17:25", as members are asked to end where answers are compared; also in bold. */
const LAST_LINE = /(?:^|\n)[ \t]*\**(?:answer)\**[ \t]*:[ \t]*\**[ \t]*(\S[^\n]*?)\**[ \t]*\n*$/i

/** A member's text without its answer line, and the answer; null where there is none. A text that is nothing else keeps its line as text. */
export function splitAnswerLine(text: string): { readonly body: string; readonly answer: string | null } {
  const found = LAST_LINE.exec(text)
  const body = found ? text.slice(0, found.index).trimEnd() : text
  return found?.[1] === undefined || body === '' ? { body: text, answer: null } : { body, answer: found[1] }
}
