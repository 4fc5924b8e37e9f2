import type { z } from 'zod'
import { formatNumber } from '../../../../shared/format.ts'
import { m } from '../../../app/messages.ts'
import { type Reading, right, wrong } from './reading.ts'

const f = m.settings.fields

/** The text that was typed, held against the contract's own schema. */
export function readText<T>(label: string, text: string, schema: z.ZodType<T>, remedy: string): Reading<T> {
  const read = schema.safeParse(text)
  if (read.success) return right(read.data)
  const issue = read.error.issues[0]
  if (issue?.code === 'too_big') return wrong(f.tooLong(label, formatNumber(text.length), formatNumber(Number(issue.maximum))))
  return wrong(f.wrong(label, text, remedy))
}
