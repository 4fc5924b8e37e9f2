import { z } from 'zod'
import { Pattern } from '../../../../shared/auto.ts'
import { TaskType } from '../../../../shared/preset.ts'
import { Words } from '../../../../shared/sentence.ts'

/** A finding, and by what it was found. */
const Finding = z.object({ value: z.boolean(), evidence: Words })

/** What can be known of a request before anybody is asked. */
export const Analysis = z.object({
  /** ISO 639-1; null where nothing points at a language. */
  language: z.string().nullable(),
  characters: z.number().int().nonnegative(),
  taskType: TaskType,
  /** One sentence: by what it was recognised. */
  taskEvidence: Words,
  patterns: z.array(z.object({ pattern: Pattern, evidence: Words })),
  /** 0 … 1, with what raises it. */
  complexity: z.object({ value: z.number().min(0).max(1), evidence: z.array(Words) }),
  needsTools: Finding,
  /** The answer changes from day to day. */
  freshness: Finding,
  /** The user says that it has to be right. */
  precision: Finding,
})
export type Analysis = z.infer<typeof Analysis>
