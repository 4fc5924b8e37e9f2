import { z } from 'zod'
import { ErrorInfo } from './errors.ts'
import { ExperimentId, ModelRef, PresetId } from './ids.ts'
import { Micros } from './money.ts'

/** One question of a data set. */
export const LabQuestion = z.object({
  id: z.string().min(1).max(200),
  question: z.string().min(1),
  /** The right answer, as it stands in the file; compared after normalising. */
  expected: z.string(),
  taskType: z.string().max(60).default(''),
})
export type LabQuestion = z.infer<typeof LabQuestion>

/** What a model once answered to a question of a data set. */
export const RecordedAnswer = z.object({
  question: z.string().min(1),
  model: ModelRef,
  /** The answer's text, or the answer alone; null where there was none. */
  text: z.string().nullable(),
  /** Whether it is right, where the table says so; else it is compared with the expected answer. */
  right: z.boolean().optional(),
  costMicros: z.number().nonnegative().nullable(),
  latencyMs: z.number().nonnegative().nullable(),
})
export type RecordedAnswer = z.infer<typeof RecordedAnswer>

/** A fact about a file that its owner should know: line numbers count from 1. */
export const DataProblem = z.object({ line: z.number().int().nullable(), field: z.string(), message: z.string() })
export type DataProblem = z.infer<typeof DataProblem>

export const DataSet = z.object({
  id: z.string(),
  name: z.string(),
  questions: z.number().int(),
  taskTypes: z.array(z.string()),
  /** Models whose answers were imported with it. */
  models: z.array(ModelRef),
  importedAt: z.number(),
})
export type DataSet = z.infer<typeof DataSet>

/** A share or mean with its 95 % interval (bootstrap over questions). */
export const Estimate95 = z.object({ value: z.number(), low: z.number(), high: z.number() })
export type Estimate95 = z.infer<typeof Estimate95>

/** What one preset did in an experiment. */
export const PresetResult = z.object({
  presetId: PresetId,
  name: z.string(),
  asked: z.number().int(),
  failed: z.number().int(),
  accuracy: Estimate95,
  /** Mean micro-dollars a question. */
  cost: Estimate95,
  calls: z.number(),
  latencyMs: z.object({ p50: z.number(), p95: z.number() }).nullable(),
  /** Share of the questions that went beyond the first call. */
  escalated: z.number(),
  /** Accuracy minus the first preset's, paired by question. */
  difference: Estimate95.nullable(),
})
export type PresetResult = z.infer<typeof PresetResult>

export const Experiment = z.object({
  id: ExperimentId,
  name: z.string().trim().min(1).max(120),
  dataSet: z.string(),
  presets: z.array(PresetId).min(1).max(20),
  /** Answers are taken from the recording; nothing is asked or paid. */
  recorded: z.boolean(),
  state: z.enum(['ready', 'running', 'paused', 'done', 'failed']),
  done: z.number().int(),
  total: z.number().int(),
  spentMicros: Micros,
  budgetMicros: Micros.nullable(),
  error: ErrorInfo.nullable(),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
})
export type Experiment = z.infer<typeof Experiment>
