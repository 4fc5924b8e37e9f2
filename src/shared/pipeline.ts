import { z } from 'zod'
import { ErrorCode } from './errors.ts'
import { ModelRef, PipelineId, PresetId } from './ids.ts'
import { Said } from './sentence.ts'

/**
 * JSONata over `input` (what the pipeline was given), `vars`, `stages` (by id, what those before it gave) and the stage's own input by
 * name; in a stage that is mapped over a list also `item` and `index`.
 */
export const Expression = z.string().min(1, 'Write an expression.').max(10_000)
/** Text in which `{{ expression }}` is replaced by its value. */
export const Template = z.string().max(200_000)
/** A JSON Schema (2020-12), as an object. */
export const JsonSchema = z.record(z.string(), z.unknown())

export const StageId = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'Use lower-case letters, digits and underscores; start with a letter.')
export type StageId = z.infer<typeof StageId>

const Prompt = z.object({
  type: z.literal('prompt'),
  prompt: Template,
  system: Template.optional(),
  /** json: the answer is parsed, and checked against `schema` where there is one. */
  output: z.enum(['text', 'json']).default('text'),
  schema: JsonSchema.optional(),
  maxOutputTokens: z.number().int().min(16).max(200_000).default(2048),
})
const CallTool = z.object({ type: z.literal('tool'), tool: z.string().min(1), arguments: z.record(z.string(), Expression).default({}) })
const CallPipeline = z.object({ type: z.literal('pipeline'), pipeline: PipelineId, vars: z.record(z.string(), Expression).default({}) })
const Transform = z.object({ type: z.literal('transform'), expression: Expression })
/** Gives `value` on, or fails with the place that does not fit. */
const Validate = z.object({ type: z.literal('validate'), value: Expression, schema: JsonSchema })
/** Gives the name of the first case that holds; conditions of later stages compare it. */
const Branch = z.object({
  type: z.literal('branch'),
  cases: z.array(z.object({ name: z.string().min(1).max(60), when: Expression })).min(1),
  otherwise: z.string().min(1).max(60),
})
/** Runs `body` again until `until` holds; `last` is what the body gave, `round` counts from 1. Gives the last one. */
const Loop = z.object({
  type: z.literal('loop'),
  get body() {
    return z.array(Stage).min(1)
  },
  until: Expression,
  most: z.number().int().min(1).max(1000).default(10),
})
const AskPerson = z.object({
  type: z.literal('ask'),
  question: Template,
  detail: Template.optional(),
  options: z.array(z.string()).default([]),
})
/** The body of a JavaScript function of `input`, the stage's own input; no network, no files, no clock. */
const Code = z.object({
  type: z.literal('code'),
  source: z.string().max(100_000),
  timeMs: z.number().int().min(1).max(60_000).default(1_000),
  memoryMb: z.number().int().min(1).max(256).default(16),
})

/** What a stage does. */
export const Processor = z.discriminatedUnion('type', [Prompt, CallTool, CallPipeline, Transform, Validate, Branch, Loop, AskPerson, Code])
export type Processor = z.infer<typeof Processor>

export const StageRetry = z.object({
  /** In all, the first one included. */
  attempts: z.number().int().min(1).max(20),
  /** Before the second attempt, in ms; doubled before each further one. */
  delayMs: z.number().int().min(0).max(3_600_000).default(500),
  /** Share of a wait that is random, so that stages do not retry in step. */
  jitter: z.number().min(0).max(1).default(0.5),
  /** Empty: after every error that may pass. */
  on: z.array(ErrorCode).default([]),
})
export type StageRetry = z.infer<typeof StageRetry>

export const SharedScope = z.enum(['run', 'conversation', 'project', 'global'])

export const Stage = z.object({
  id: StageId,
  label: z.string().max(120).optional(),
  processor: Processor,
  /** The stage's own input, by name. */
  input: z.record(z.string(), Expression).default({}),
  /** Over `result`, what the processor gave; left out: the result itself. */
  output: Expression.optional(),
  /** False skips the stage; its value is then missing. */
  condition: Expression.optional(),
  /** True: starts as soon as the stages that it reads, or names in `after`, have ended. False: after all stages above it. */
  parallel: z.boolean().default(false),
  after: z.array(StageId).default([]),
  /** A list: the stage runs once an item, and gives the list of what each gave. */
  over: Expression.optional(),
  retry: StageRetry.optional(),
  /** The most that one attempt may take, in ms. */
  timeoutMs: z.number().int().min(1).max(86_400_000).optional(),
  /** Hands back an earlier result of the same stage for the same `key` (left out: the same input). */
  cache: z.object({ key: Expression.optional(), ttlMs: z.number().int().min(1).default(86_400_000) }).optional(),
  /** Work that several stages ask for under one key is done once. */
  once: z.object({ key: Template, ttlMs: z.number().int().min(1).optional(), scope: SharedScope.default('run') }).optional(),
  /** Tools that the model may call. */
  tools: z.array(z.string()).default([]),
  /** At most one of both; neither: the pipeline's, then the app's default. */
  model: ModelRef.optional(),
  preset: PresetId.optional(),
  /** An agent of the library: its instructions, tools and model stand in where the stage names none. */
  agent: z.string().max(120).optional(),
  /** Undone in reverse order if the pipeline fails or is stopped later; `result` is what the stage gave. */
  compensation: Processor.optional(),
  resources: z.array(z.object({ name: z.string().min(1), amount: z.number().int().min(1).default(1) })).default([]),
  priority: z.number().int().min(-100).max(100).default(0),
  /** An estimate in ms, until it has run. */
  expectedMs: z.number().int().min(0).default(5_000),
  /** Where the Studio draws it. */
  at: z.object({ x: z.number(), y: z.number() }).optional(),
})
export type Stage = z.infer<typeof Stage>

/** Stages that work together: saved, versioned, exchanged as JSON or YAML. */
export const Pipeline = z.object({
  format: z.literal('tutti/pipeline').default('tutti/pipeline'),
  version: z.literal(1).default(1),
  id: PipelineId,
  name: z.string().trim().min(1, 'Give the pipeline a name.').max(120),
  description: z.string().max(10_000).default(''),
  /** What it may be given; anything where left out. */
  input: JsonSchema.optional(),
  vars: z.record(z.string(), z.unknown()).default({}),
  stages: z.array(Stage).max(1_000),
  /** What it gives; left out: what the last stage gave. */
  output: Expression.optional(),
  model: ModelRef.optional(),
  preset: PresetId.optional(),
  /** Stages at a time. */
  limit: z.number().int().min(1).max(64).default(8),
  /** What a failed stage means for those that do not need it. */
  onFailure: z.enum(['fail-fast', 'finish-independent', 'partial']).default('finish-independent'),
  /** Capacities of resources that its stages name; one where left out. */
  resources: z.record(z.string(), z.number().int().min(1)).default({}),
})
export type Pipeline = z.infer<typeof Pipeline>

/** What a run keeps of a stage's value, so that it can be looked at later. */
export const StageValue = z.object({
  /** The value; of a longer one the beginning of its text. */
  value: z.unknown(),
  /** Characters of the whole text; null: nothing is missing. */
  cutFrom: z.number().int().nullable(),
})
export type StageValue = z.infer<typeof StageValue>

/** A place in a pipeline that does not hold, for the Studio and the command line. */
export const PipelineProblem = z.object({
  /** Where: a stage's id and the field within, or empty for the pipeline. */
  stage: z.string().nullable(),
  field: z.string(),
  level: z.enum(['error', 'warning']),
  /** What is wrong and how to mend it. */
  message: z.string(),
  said: Said.optional(),
})
export type PipelineProblem = z.infer<typeof PipelineProblem>

export const PipelineSummary = z.object({
  id: PipelineId,
  name: z.string(),
  description: z.string(),
  stages: z.number().int(),
  /** Ships with the app; saving a changed one makes a copy. */
  builtIn: z.boolean(),
})
export type PipelineSummary = z.infer<typeof PipelineSummary>

/** A pipeline as it would run. */
export const PipelineCheck = z.object({
  problems: z.array(PipelineProblem),
  /** By stage, the stages that it waits for. */
  links: z.record(StageId, z.array(StageId)),
  /** Stages on the longest way, in order. */
  criticalPath: z.array(StageId),
  /** Ms: with as many places as the pipeline has, and one stage after the other. */
  expectedMs: z.number(),
  sequentialMs: z.number(),
})
export type PipelineCheck = z.infer<typeof PipelineCheck>

/** What a text is read as. */
export const PipelineReading = z.object({
  pipeline: Pipeline,
  /** Fields that this version does not know; they are left out. */
  unknown: z.array(z.string()),
})
export type PipelineReading = z.infer<typeof PipelineReading>
