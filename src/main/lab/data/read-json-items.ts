import { TuttiError } from '../../../shared/errors.ts'
import type { Line } from './read-lines.ts'

/** A longer item is no row; reading on would fill the memory. */
const LONGEST_ITEM = 8_000_000

/** The items of a JSON list, one at a time, each with the line on which it starts, or its place where several share a line: the list itself is never held whole. */
export async function* readJsonItems(lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  let [depth, inText, escaped] = [0, false, false]
  let item = ''
  let from = 0
  for await (const { number, text, end } of lines) {
    for (const letter of `${text}\n`) {
      if (depth >= 2 || (depth === 1 && letter === '{')) {
        if (item === '') from = Math.max(number, from + 1)
        item += letter
      }
      if (inText) {
        inText = escaped || letter !== '"'
        escaped = !escaped && letter === '\\'
        continue
      }
      if (letter === '"') inText = true
      else if (letter === '[' || letter === '{') depth += 1
      else if (letter === ']' || letter === '}') depth -= 1
      if (depth === 1 && item !== '') {
        yield { number: from, text: item, end }
        item = ''
      }
    }
    if (item.length > LONGEST_ITEM) throw new TuttiError('invalid-input', `The item that starts on line ${from} is longer than 8 MB.`)
  }
  if (item !== '') yield { number: from, text: item, end: 0 }
}
