import { z } from 'zod'
import { ModelRef } from './ids.ts'
import { Reliability } from './quality.ts'

/** What is believed of a model at a type of task, and from where. */
export const ModelBelief = z.object({
  taskType: z.string(),
  model: ModelRef,
  /** Quality to be expected, 0 … 1. */
  quality: z.number(),
  /** Answers that it rests on, older ones counting less: of runs and users, and of the Lab. */
  ownCount: z.number(),
  labCount: z.number(),
})
export type ModelBelief = z.infer<typeof ModelBelief>

/** What one model did under one strategy at one type of task, over all that is kept. Times in ms, tokens a second. */
export const ModelProfile = z.object({
  model: z.string(),
  strategy: z.string(),
  taskType: z.string(),
  calls: z.number().int(),
  /** Share of the calls that were answered, those that were stopped left out; null where none ended. */
  success: z.number().nullable(),
  firstMs: z.object({ p50: z.number(), p95: z.number(), p99: z.number() }).nullable(),
  totalMs: z.object({ p50: z.number(), p95: z.number(), p99: z.number() }).nullable(),
  tokensPerSecond: z.number().nullable(),
  tokens: z.number().int(),
  costMicros: z.number(),
  /** Expected quality at this type of task; null where nothing is known. */
  quality: z.number().nullable(),
})
export type ModelProfile = z.infer<typeof ModelProfile>

/** All that was learned from runs, users and the Lab: looked at, exported, reset. */
export const Experience = z.object({
  beliefs: z.array(ModelBelief),
  /** Types of tasks whose quality is calibrated, and on how many answers. */
  calibrated: z.array(z.object({ taskType: z.string(), basedOn: z.number().int() })),
  reliability: Reliability,
})
export type Experience = z.infer<typeof Experience>
