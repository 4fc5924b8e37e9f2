import { Policies } from '../../../../shared/policies.ts'
import { m } from '../../../app/messages.ts'
import { type Reading, right, wrong } from '../fields/reading.ts'
import { p } from './words.ts'

const schema = Policies.shape.phrases.unwrap()

/** One phrase a line; empty lines and repeats are left out. */
export function readPhrases(text: string): Reading<readonly string[]> {
  const lines = text.split('\n').map((line) => line.trim())
  const phrases = [...new Set(lines.filter(Boolean))]
  const read = schema.safeParse(phrases)
  if (read.success) return right(read.data)
  const place = read.error.issues[0]?.path[0]
  const value = typeof place === 'number' ? (phrases[place] ?? '') : String(phrases.length)
  return wrong(m.settings.fields.wrong(p.phrases, value, p.phrasesRemedy))
}
