import { z } from 'zod'
import { ErrorInfo } from './errors.ts'
import { ExperimentId, ModelRef, PresetId } from './ids.ts'
import { Micros } from './money.ts'
import { Member, StrategySettings } from './preset.ts'
import { Said } from './sentence.ts'

/** One question of a data set. */
export const LabQuestion = z.object({
  id: z.string().min(1).max(200),
  question: z.string().min(1).max(1_000_000),
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
export const DataProblem = z.object({
  file: z.enum(['questions', 'answers']),
  line: z.number().int().nullable(),
  field: z.string(),
  message: z.string(),
  said: Said.optional(),
  /** The line was left out; else it was taken as it is. */
  leftOut: z.boolean(),
})
export type DataProblem = z.infer<typeof DataProblem>

export const DataSet = z.object({
  id: z.string(),
  name: z.string(),
  questions: z.number().int(),
  taskTypes: z.array(z.object({ taskType: z.string(), questions: z.number().int() })),
  /** Models whose answers were imported with it, in the order of the file. `meanMicros`: of an answer; null where no cost is known. */
  models: z.array(z.object({ model: ModelRef, answers: z.number().int(), meanMicros: z.number().nullable() })),
  /** The first of them; `problemCount` counts all. */
  problems: z.array(DataProblem),
  problemCount: z.number().int(),
  importedAt: z.number(),
})
export type DataSet = z.infer<typeof DataSet>

/** A share or mean with its 95 % interval (bootstrap over questions). */
export const Estimate95 = z.object({ value: z.number(), low: z.number(), high: z.number() })
export type Estimate95 = z.infer<typeof Estimate95>

/** What is tried in an experiment, as it stood when the experiment was made: a preset, or one model alone. */
export const LabEntry = z.object({
  /** The preset that it comes from; runs of its answers name it. */
  presetId: PresetId,
  name: z.string(),
  /** One model alone, asked once. */
  single: z.boolean(),
  settings: StrategySettings,
  members: z.array(Member).min(1).max(40),
  systemPrompt: z.string().default(''),
  /** For a calibrated cascade: its balance, 0 the cheapest, 1 the best. */
  dial: z.number().min(0).max(1).optional(),
})
export type LabEntry = z.infer<typeof LabEntry>

/** What one entry did in an experiment. */
export const EntryResult = z.object({
  name: z.string(),
  single: z.boolean(),
  asked: z.number().int(),
  failed: z.number().int(),
  accuracy: Estimate95,
  /** Mean micro-dollars a question. */
  cost: Estimate95,
  calls: z.number(),
  latencyMs: z.object({ p50: z.number(), p95: z.number() }).nullable(),
  /** Share of the questions that went beyond the first call. */
  escalated: z.number(),
  /** Accuracy minus the best single model's, else the first entry's, paired by question; null for that one itself. */
  difference: Estimate95.nullable(),
  onFront: z.boolean(),
  byTask: z.array(z.object({ taskType: z.string(), accuracy: z.number(), meanMicros: z.number(), asked: z.number().int() })),
})
export type EntryResult = z.infer<typeof EntryResult>

export const ExperimentResults = z.object({
  entries: z.array(EntryResult),
  /** Average improvement in quality of all entries, and of single models alone; null where there are none. */
  aiq: z.number().nullable(),
  aiqSingles: z.number().nullable(),
  /** Place of what differences are measured against. */
  reference: z.number().int().nullable(),
  /** Questions to which entries gave unlike answers, of those that all of them were asked. */
  differing: z.number().int(),
})
export type ExperimentResults = z.infer<typeof ExperimentResults>

/** A question to which the entries gave unlike answers. */
export const Disagreement = z.object({
  id: z.string(),
  question: z.string(),
  expected: z.string(),
  answers: z.array(z.object({ entry: z.number().int(), answer: z.string(), right: z.boolean() })),
})
export type Disagreement = z.infer<typeof Disagreement>

export const ExperimentState = z.enum(['running', 'paused', 'done', 'failed'])

export const Experiment = z.object({
  id: ExperimentId,
  name: z.string().trim().min(1).max(120),
  dataSet: z.string(),
  entries: z.array(LabEntry).min(1).max(60),
  /** Answers are taken from the recording; nothing is asked or paid. */
  recorded: z.boolean(),
  state: ExperimentState,
  done: z.number().int(),
  total: z.number().int(),
  spentMicros: Micros,
  budgetMicros: Micros.nullable(),
  allowNoPrice: z.boolean().default(false),
  error: ErrorInfo.nullable(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
})
export type Experiment = z.infer<typeof Experiment>

/** What is asked for when an experiment is made. */
export const NewExperiment = z.object({
  name: z.string().trim().min(1).max(120),
  dataSet: z.string().min(1).max(80),
  /**
   * Ids or names of presets; `models`: every model alone; a model's own name: that one alone; `calibrated`, or `calibrated:0.3` for another
   * balance: a cascade that is calibrated on one half and tried on the other.
   */
  presets: z.array(z.string().min(1).max(240)).min(1).max(60),
  recorded: z.boolean(),
  budgetMicros: Micros.nullable().default(null),
  allowNoPrice: z.boolean().default(false),
  /** Only the first so many questions. */
  questions: z.number().int().positive().nullable().default(null),
})
export type NewExperiment = z.infer<typeof NewExperiment>

/** What an experiment would take. */
export const ExperimentEstimate = z.object({
  entries: z.array(z.object({ name: z.string(), aboutMicros: Micros.nullable() })),
  questions: z.number().int(),
  aboutMicros: Micros.nullable(),
  aboutMs: z.number(),
})
export type ExperimentEstimate = z.infer<typeof ExperimentEstimate>

/** A choice of the dial that was learned for some models, with what it did on questions that it was not fitted on. */
export const LearnedStep = z.object({
  dial: z.number(),
  lambda: z.number(),
  accuracy: z.number(),
  meanMicros: z.number(),
  calls: z.number(),
})
export type LearnedStep = z.infer<typeof LearnedStep>

/** What routing has learned from an experiment: shown, used and reset in Settings. */
export const LearnedRouting = z.object({
  id: z.string(),
  at: z.number(),
  dataSet: z.string(),
  questions: z.number().int(),
  models: z.array(ModelRef),
  /** For the models together, cheapest first. */
  steps: z.array(LearnedStep),
  /** By task type and model: how often it was right. */
  priors: z.array(
    z.object({ taskType: z.string(), model: ModelRef, asked: z.number().int(), right: z.number().int(), meanMicros: z.number() }),
  ),
})
export type LearnedRouting = z.infer<typeof LearnedRouting>

/** An import that goes on. */
export const DataImport = z.object({ id: z.string(), name: z.string(), done: z.number().int(), total: z.number().int() })
export type DataImport = z.infer<typeof DataImport>

/** Everything that the Lab's lists show. */
export const LabView = z.object({
  dataSets: z.array(DataSet),
  experiments: z.array(Experiment),
  imports: z.array(DataImport),
  learned: z.array(LearnedRouting),
})
export type LabView = z.infer<typeof LabView>
