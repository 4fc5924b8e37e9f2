import { z } from 'zod'
import { TaskType } from '../../../../shared/preset.ts'

/** What a request looks like; orchestrators and rules say which of these they are for. */
export const Pattern = z.enum([
  /** One short right answer, by which members can be compared. */
  'exact-answer',
  /** Many good answers. */
  'open-ended',
  /** Something is to be done to a text that is there. */
  'given-text',
  /** Steps in a stated order, each on the result of the one before. */
  'steps',
  /** Several roles that are to talk and to agree. */
  'roles',
  /** Wide research over several kinds of sources. */
  'wide-research',
  /** Work over weeks that is taken up again. */
  'long-lived',
  'small-talk',
  /** Too little to know what is wanted. */
  'unclear',
  /** Words that would turn rules, limits or the choice of members; not obeyed. */
  'steering',
])
export type Pattern = z.infer<typeof Pattern>

/** A finding, and by what it was found. */
const Finding = z.object({ value: z.boolean(), evidence: z.string() })

/** What can be known of a request before anybody is asked. */
export const Analysis = z.object({
  /** ISO 639-1; null where nothing points at a language. */
  language: z.string().nullable(),
  characters: z.number().int().nonnegative(),
  taskType: TaskType,
  /** One sentence: by what it was recognised. */
  taskEvidence: z.string(),
  patterns: z.array(z.object({ pattern: Pattern, evidence: z.string() })),
  /** 0 … 1, with what raises it. */
  complexity: z.object({ value: z.number().min(0).max(1), evidence: z.array(z.string()) }),
  needsTools: Finding,
  /** The answer changes from day to day. */
  freshness: Finding,
  /** The user says that it has to be right. */
  precision: Finding,
})
export type Analysis = z.infer<typeof Analysis>
