import { m } from '../../../app/messages.ts'

/** What is wrong with the form of a pasted key; null where nothing is. The text never contains the key. */
export function keyProblem(key: string): string | null {
  const typed = key.trim()
  if (typed.length > 500) return m.settings.providers.keyTooLong
  return /\s/.test(typed) ? m.settings.providers.keySpaces : null
}
