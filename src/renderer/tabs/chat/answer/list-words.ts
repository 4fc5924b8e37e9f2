import { m } from '../../../app/messages.ts'

/** "2", "2 and 4", "2, 3 and 4". */
export function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : m.chat.and(words.slice(0, -1).join(', '), last)
}
