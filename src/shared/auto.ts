import { z } from 'zod'
import { Micros } from './money.ts'
import { StrategyId, TaskType } from './preset.ts'
import { Said } from './sentence.ts'

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

/** All that is given has to hold; of a list any one. */
export const AutoCondition = z.object({
  taskTypes: z.array(TaskType).optional(),
  patterns: z.array(Pattern).optional(),
  /** ISO 639-1. */
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).optional(),
  needsTools: z.boolean().optional(),
  /** Whether the answer changes from day to day. */
  freshness: z.boolean().optional(),
  precision: z.boolean().optional(),
  complexityAtLeast: z.number().min(0).max(1).optional(),
  complexityAtMost: z.number().min(0).max(1).optional(),
  charactersAtLeast: z.number().int().nonnegative().optional(),
  charactersAtMost: z.number().int().nonnegative().optional(),
  /** What may still be spent: the least of what is left of run, day and month. */
  leftMicrosAtMost: Micros.optional(),
})
export type AutoCondition = z.infer<typeof AutoCondition>

export const AutoAction = z.object({
  strategy: StrategyId.optional(),
  maxMembers: z.number().int().min(1).max(40).optional(),
  /** Members on this computer alone, where there are any. */
  localOnly: z.boolean().optional(),
  /** For cascades: until two agree, or until one is good enough. */
  stopOn: z.enum(['agreement', 'quality']).optional(),
})
export type AutoAction = z.infer<typeof AutoAction>

/** An optimisation rule of Auto. Of several that hold, the first one that says something about a thing decides it. */
export const AutoRule = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  when: AutoCondition,
  action: AutoAction,
  /** Half a sentence, behind “because”. */
  because: z.string().trim().min(1).max(200),
  said: Said.optional(),
})
export type AutoRule = z.infer<typeof AutoRule>

/** What the user set of Auto. */
export const AutoOptions = z.object({
  /** The user's own rules; they come before those that ship. */
  rules: z.array(AutoRule).max(200).default([]),
  /** Ids of rules that are switched off. */
  off: z.array(z.string()).max(400).default([]),
  /** How often each rule decided something, by its id. */
  hits: z.record(z.string(), z.number().int().nonnegative()).default({}),
})
export type AutoOptions = z.infer<typeof AutoOptions>

/** What Auto would do with a message, and why. */
export const AutoReason = z.object({
  strategy: StrategyId,
  members: z.number().int().positive(),
  title: z.string(),
  reason: z.string(),
  said: Said.optional(),
})
export type AutoReason = z.infer<typeof AutoReason>
