import { z } from 'zod'
import { ErrorInfo } from './errors.ts'
import { ConversationId, ModelRef, PresetId, RunId } from './ids.ts'
import { AttachmentRef, Attempt } from './model.ts'
import { Micros } from './money.ts'
import { Member, StrategySettings } from './preset.ts'
import { RunState, RunView } from './run.ts'

/** A row of the list of runs. */
export const RunSummary = z.object({
  id: RunId,
  title: z.string(),
  orchestrator: z.string(),
  presetId: PresetId.nullable(),
  presetName: z.string(),
  state: RunState,
  paused: z.boolean(),
  /** Waits that only a person can end. */
  waitsForYou: z.number().int(),
  conversationId: ConversationId.nullable(),
  costMicros: Micros,
  /** Epoch ms. */
  startedAt: z.number(),
  endedAt: z.number().nullable(),
})
export type RunSummary = z.infer<typeof RunSummary>

/** `waiting`: for a person. */
export const RunFilter = z.enum(['all', 'running', 'waiting', 'done', 'failed'])
export type RunFilter = z.infer<typeof RunFilter>

/** Which runs a list shows; what is null or empty does not narrow it. */
export const RunQuery = z.object({
  filter: RunFilter.default('all'),
  /** Words of the title. */
  query: z.string().max(500).default(''),
  orchestrator: z.string().max(80).nullable().default(null),
  /** true: those alone that experiments of the Lab asked; false: all others; null: both. */
  lab: z.boolean().nullable().default(false),
  presetId: PresetId.nullable().default(null),
  /** A model that a member was asked with, or that was called. */
  model: ModelRef.nullable().default(null),
  /** As the dashboard counts them: of runs with a call that has ended. */
  strategy: z.string().max(80).nullable().default(null),
  task: z.string().max(80).nullable().default(null),
  /** Started in [since, until), epoch ms. */
  since: z.number().nullable().default(null),
  until: z.number().nullable().default(null),
  /** With a call that ended in [from, to), epoch ms; where a model is asked for, a call of it. */
  calls: z.object({ from: z.number(), to: z.number() }).nullable().default(null),
  limit: z.number().int().min(1).max(500).default(100),
  /** The last one that is known: the list goes on below it. */
  after: RunId.nullable().default(null),
})
export type RunQuery = z.infer<typeof RunQuery>

/** A run that is started by itself, outside of a conversation. What is left out is the preset's. */
export const NewRun = z.object({
  orchestrator: z.string().max(80).default('advanced'),
  presetId: PresetId,
  settings: StrategySettings.optional(),
  members: z.array(Member).min(1).max(40).optional(),
  text: z.string(),
  attachments: z.array(AttachmentRef).max(20).default([]),
  budgetMicros: Micros.nullable().optional(),
  allowNoPrice: z.boolean().default(false),
})
export type NewRun = z.infer<typeof NewRun>

/** An orchestrator. `asked`: a question is enough to start a run with it. */
export const OrchestratorInfo = z.object({ id: z.string(), version: z.number().int(), asked: z.boolean() })
export type OrchestratorInfo = z.infer<typeof OrchestratorInfo>

/** An attempt that goes on, with the effect that it belongs to. */
export const OpenAttempt = Attempt.extend({ path: z.string() })
export type OpenAttempt = z.infer<typeof OpenAttempt>

/** Stands for the turns of a model call that are the run's own input, which is not kept again for every member. */
export const OWN_TURNS = 'the turns of the run’s input'

export const EffectView = z.object({
  path: z.string(),
  kind: z.string(),
  digest: z.string(),
  /** What was asked, as JSON; null for older entries. */
  input: z.unknown(),
  outcome: z.union([z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), error: ErrorInfo })]),
  /** Epoch ms. */
  endedAt: z.number(),
  attempts: z.array(Attempt),
})
export type EffectView = z.infer<typeof EffectView>

/** Everything that is kept of a run: live while it runs, the same after years. */
export const RunInspection = z.object({
  view: RunView,
  orchestrator: z.string(),
  orchestratorVersion: z.number().int(),
  appVersion: z.string(),
  effects: z.array(EffectView),
  /** Attempts of effects that are not finished. */
  open: z.array(OpenAttempt),
  /** The run that this one was forked from, or is another try of. */
  forkOf: RunId.nullable(),
})
export type RunInspection = z.infer<typeof RunInspection>

/** A run that was run once more over its recording. */
export const Replay = z.object({
  view: RunView,
  /** Every decision and the outcome are as they were, to the letter. */
  same: z.boolean(),
  answerSame: z.boolean(),
  /** Members that the recording has no answer of. */
  notRecorded: z.array(z.string()),
})
export type Replay = z.infer<typeof Replay>
