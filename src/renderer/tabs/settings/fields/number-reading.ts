import type { z } from 'zod'
import { m } from '../../../app/messages.ts'
import { type Reading, right, wrong } from './reading.ts'

const f = m.settings.fields

/** The number that was typed, held against the contract's own schema; an empty field is what `empty` says. */
export function readNumber<T>(label: string, text: string, schema: z.ZodType<T>, empty?: Reading<T>): Reading<T> {
  const typed = text.trim()
  if (typed === '') return empty ?? wrong(f.missing(label))
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(typed)) return wrong(f.notANumber(label, typed))
  const read = schema.safeParse(Number(typed))
  if (read.success) return right(read.data)
  const issue = read.error.issues[0]
  switch (issue?.code) {
    case 'too_small':
      return wrong(f.tooSmall(label, typed, String(issue.minimum)))
    case 'too_big':
      return wrong(f.tooBig(label, typed, String(issue.maximum)))
    default:
      return wrong(f.notWhole(label, typed))
  }
}
