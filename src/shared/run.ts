import { z } from 'zod'
import { Claims } from './claims.ts'
import { ErrorInfo } from './errors.ts'
import { ConversationId, MessageId, ModelRef, PresetId, RunId } from './ids.ts'
import { Citation, Usage } from './model.ts'
import { Micros } from './money.ts'
import { StrategyId } from './preset.ts'
import { AnswerQuality, SpeakerQuality } from './quality.ts'
import { Said } from './sentence.ts'

export const RunState = z.enum(['running', 'done', 'failed', 'cancelled', 'diverged'])
export type RunState = z.infer<typeof RunState>

/** What a speaker of a run is doing. `waiting`: not asked yet; `queued`: behind others at its endpoint. */
export const SpeakerState = z.enum(['waiting', 'queued', 'asked', 'streaming', 'done', 'failed', 'cancelled', 'not-needed'])
export type SpeakerState = z.infer<typeof SpeakerState>

/** Members speak in columns; the merge speaks in the answer. */
export const Speaker = z.object({
  id: z.string(),
  role: z.enum(['member', 'merge']),
  /** 1 …, its place in the preset; 0 for the merge. */
  number: z.number().int().nonnegative(),
  model: ModelRef,
  label: z.string(),
  provider: z.string(),
  simulated: z.boolean(),
})
export type Speaker = z.infer<typeof Speaker>

/** One line of the transparent log: what was chosen, among what, why. `reason` is one sentence with its numbers. */
export const Decision = z.object({
  title: z.string(),
  reason: z.string(),
  said: Said.optional(),
  chosen: z.array(z.string()).default([]),
  among: z.array(z.string()).default([]),
  /** Set where it is Auto's choice of how to ask. */
  kind: z.enum(['auto']).optional(),
})
export type Decision = z.infer<typeof Decision>

/** Members whose answers are equal after normalising, strongest group first. */
export const AnswerGroup = z.object({ answer: z.string(), members: z.array(z.string()) })
export type AnswerGroup = z.infer<typeof AnswerGroup>

export const Outcome = z.object({
  answer: z.string(),
  /** How the answer came about. side-by-side has no one answer until the user chooses a main one; computed is what a pipeline gave. */
  kind: z.enum(['agreed', 'plurality', 'merged', 'first', 'best', 'expert', 'side-by-side', 'computed']),
  /** The speaker whose words the answer is. */
  by: z.string().nullable(),
  groups: z.array(AnswerGroup),
  /** "3 of 4 agree"; null where agreement was not asked for. */
  agreement: z.object({ agree: z.number().int(), of: z.number().int() }).nullable(),
  /** One or two sentences: why this answer. */
  summary: z.string(),
  said: Said.optional(),
  /** How good the answer seems; left out where there is no one answer, or where nothing looked. */
  quality: AnswerQuality.optional(),
  /** Of what each member said. */
  qualities: z.array(SpeakerQuality).optional(),
  /** What answers in free text say, and who contradicts whom; left out where answers were compared as a whole. */
  claims: Claims.optional(),
})
export type Outcome = z.infer<typeof Outcome>

/** What a run waits for. It holds no slot and no reservation meanwhile, and no time-out runs. */
export const Wait = z.object({
  /** Names the wait within its run. */
  path: z.string(),
  kind: z.enum(['input', 'approval', 'timer', 'tool-in-doubt', 'compensation-failed']),
  title: z.string(),
  /** What it is about, word for word: the exact arguments of a tool, the error of a compensation. */
  detail: z.string(),
  said: Said.optional(),
  /** What a person may choose; empty: free text, or the time alone. */
  options: z.array(z.object({ value: z.string(), label: z.string(), said: Said.optional() })),
  /** Epoch ms when it ends by itself; null: never. */
  until: z.number().nullable(),
})
export type Wait = z.infer<typeof Wait>

export const WaitView = Wait.extend({ /** Epoch ms. */ openedAt: z.number() })
export type WaitView = z.infer<typeof WaitView>

export const NodeState = z.enum(['waiting', 'ready', 'running', 'done', 'failed', 'skipped', 'cancelled', 'dropped'])
export type NodeState = z.infer<typeof NodeState>

/** A node of a run's plan, for the picture and the to-do list. */
export const PlanNode = z.object({
  id: z.string(),
  label: z.string(),
  dependsOn: z.array(z.string()),
  /** Expected time in ms; 0 where nothing is known. */
  expectedMs: z.number(),
})
export type PlanNode = z.infer<typeof PlanNode>

/** To whom an entry of the shared context is of use, and how long: one run, all runs of a conversation, of a project, or every run. */
export const MemoryScope = z.enum(['run', 'conversation', 'project', 'global'])
export type MemoryScope = z.infer<typeof MemoryScope>

/** An entry of the shared context: who made it from what, and how it begins. */
export const ContextEntry = z.object({
  scope: MemoryScope.default('run'),
  key: z.string(),
  version: z.number().int(),
  producedBy: z.string(),
  from: z.array(z.string()),
  bytes: z.number().int(),
  preview: z.string(),
})
export type ContextEntry = z.infer<typeof ContextEntry>

/** How a speaker's call ended. `text` is all that arrived, also where it failed. */
export const SpeakerResult = z.object({
  state: z.enum(['done', 'failed', 'cancelled', 'not-needed']),
  /** The model that answered, a fallback's where the asked one could not. */
  model: ModelRef,
  text: z.string(),
  reasoning: z.string(),
  citations: z.array(Citation),
  usage: Usage.nullable(),
  costMicros: Micros.nullable(),
  firstTokenMs: z.number().nullable(),
  totalMs: z.number().nullable(),
  attempts: z.number().int().nonnegative(),
  notes: z.array(z.string()),
  error: ErrorInfo.nullable(),
  /** Why it was not needed or cancelled. */
  reason: z.string(),
  /** Of its notes and its reason. */
  said: Said.optional(),
  /** Tools that it asked for: it goes on once it has their results. */
  calls: z.array(z.string()).optional(),
})
export type SpeakerResult = z.infer<typeof SpeakerResult>

const RunEventBody = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('run-started'),
    conversationId: ConversationId.nullable(),
    messageId: MessageId.nullable(),
    title: z.string(),
    presetId: PresetId.nullable(),
    presetName: z.string(),
    /** null: an orchestrator that has none, such as a pipeline. */
    strategy: StrategyId.nullable(),
    speakers: z.array(Speaker),
    budgetMicros: Micros.nullable(),
    /** The most that all its calls can cost together. */
    atMostMicros: Micros.optional(),
  }),
  z.object({ type: z.literal('run-resumed'), repeated: z.number().int() }),
  /** One that the run did not know of at its start. */
  z.object({ type: z.literal('speaker-joined'), speaker: Speaker }),
  /** Behind `ahead` others at `endpoint`. */
  z.object({ type: z.literal('speaker-queued'), speaker: z.string(), endpoint: z.string(), ahead: z.number().int() }),
  z.object({ type: z.literal('speaker-asked'), speaker: z.string(), model: ModelRef, attempt: z.number().int() }),
  /** `offset`: characters of the channel before this piece, so that applying it twice changes nothing. */
  z.object({
    type: z.literal('speaker-delta'),
    speaker: z.string(),
    channel: z.enum(['text', 'reasoning']),
    offset: z.number().int(),
    text: z.string(),
  }),
  z.object({ type: z.literal('speaker-retrying'), speaker: z.string(), error: ErrorInfo, waitMs: z.number(), next: ModelRef }),
  z.object({ type: z.literal('speaker-finished'), speaker: z.string(), result: SpeakerResult }),
  z.object({ type: z.literal('decision'), decision: Decision }),
  z.object({ type: z.literal('wait-opened'), wait: Wait }),
  /** `answer`: in words, what ended it. */
  z.object({ type: z.literal('wait-closed'), path: z.string(), answer: z.string(), said: Said.optional() }),
  /** Committed before the tool is called: without a result behind it the tool is in doubt. */
  z.object({ type: z.literal('tool-started'), path: z.string(), tool: z.string(), input: z.unknown() }),
  /** The plan as of this revision; `reason` says what changed and why. `scope`: the branch whose graph it is, before each of its ids. */
  z.object({
    type: z.literal('plan-revised'),
    scope: z.string(),
    revision: z.number().int(),
    nodes: z.array(PlanNode),
    reason: z.string(),
    said: Said.optional(),
  }),
  z.object({ type: z.literal('node-changed'), node: z.string(), state: NodeState, note: z.string(), said: Said.optional() }),
  z.object({
    type: z.literal('compensation'),
    name: z.string(),
    state: z.enum(['started', 'done', 'failed', 'handled']),
    note: z.string(),
    said: Said.optional(),
  }),
  z.object({ type: z.literal('context-put'), entry: ContextEntry }),
  /** Of work that is done once for all who ask: how often it was there already, and how often it had to be done. */
  z.object({ type: z.literal('context-used'), hits: z.number().int(), misses: z.number().int() }),
  z.object({ type: z.literal('run-paused') }),
  z.object({ type: z.literal('run-unpaused') }),
  /** Committed before compensation starts, so that a run that was being stopped is not taken up again after a crash. */
  z.object({ type: z.literal('run-stopping'), error: ErrorInfo }),
  z.object({ type: z.literal('progress'), done: z.number(), total: z.number(), label: z.string(), said: Said.optional() }),
  z.object({ type: z.literal('overrun'), speaker: z.string(), reservedMicros: Micros, billedMicros: Micros }),
  z.object({
    type: z.literal('run-finished'),
    state: RunState.exclude(['running']),
    outcome: Outcome.nullable(),
    error: ErrorInfo.nullable(),
    costMicros: Micros,
  }),
])
export type RunEventBody = z.infer<typeof RunEventBody>

/**
 * Numbered within a run; a reader that follows from a snapshot sees no gap. `at`: epoch ms.
 * `key` names what may be said once only, so that a resumed run does not repeat itself.
 */
const RunEventHead = z.object({ seq: z.number().int().positive(), at: z.number(), key: z.string().optional() })
export const RunEvent = z.intersection(RunEventHead, RunEventBody)
export type RunEvent = z.infer<typeof RunEventHead> & RunEventBody

export const SpeakerView = Speaker.extend({
  state: SpeakerState,
  text: z.string(),
  reasoning: z.string(),
  endpoint: z.string().nullable(),
  ahead: z.number().int().nullable(),
  /** The model asked at the moment, or that answered. */
  askedModel: ModelRef,
  attempt: z.number().int(),
  /** Epoch ms. */
  askedAt: z.number().nullable(),
  firstTextAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  retrying: z.object({ error: ErrorInfo, waitMs: z.number() }).nullable(),
  result: SpeakerResult.nullable(),
})
export type SpeakerView = z.infer<typeof SpeakerView>

/** Of a model that judged answers: it speaks to no one, so it is no speaker. Tokens and cost of all its calls together. */
export const JudgeView = z.object({
  model: ModelRef,
  input: z.number().int().nonnegative(),
  output: z.number().int().nonnegative(),
  /** Null where a call of it had no price. */
  costMicros: Micros.nullable(),
})
export type JudgeView = z.infer<typeof JudgeView>

/** The name under which judges are asked. */
export const JUDGE = 'judge'

export const NodeView = PlanNode.extend({
  /** The branch whose graph it belongs to; empty for the run's own. */
  scope: z.string(),
  state: NodeState,
  note: z.string(),
  said: Said.optional(),
  /** Epoch ms. */
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
})
export type NodeView = z.infer<typeof NodeView>

export const CompensationView = z.object({
  name: z.string(),
  state: z.enum(['started', 'done', 'failed', 'handled']),
  note: z.string(),
  said: Said.optional(),
})

export const DecisionView = Decision.extend({ at: z.number() })

/** A run as a page shows it: the fold of its events. Live and years later it is the same. */
export const RunView = z.object({
  id: RunId,
  seq: z.number().int(),
  state: RunState,
  conversationId: ConversationId.nullable(),
  messageId: MessageId.nullable(),
  title: z.string(),
  presetId: PresetId.nullable(),
  presetName: z.string(),
  strategy: StrategyId.nullable(),
  speakers: z.array(SpeakerView),
  /** Left out where nobody judged. */
  judge: JudgeView.optional(),
  decisions: z.array(DecisionView),
  progress: z.object({ done: z.number(), total: z.number(), label: z.string(), said: Said.optional() }).nullable(),
  outcome: Outcome.nullable(),
  error: ErrorInfo.nullable(),
  budgetMicros: Micros.nullable(),
  /** The most that it can cost: all its calls together, or its limit where that is less; null where nothing bounds it. */
  atMostMicros: Micros.nullable(),
  costMicros: Micros,
  overrunMicros: Micros,
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  resumed: z.number().int(),
  /** What it waits for at the moment, oldest first. */
  waits: z.array(WaitView),
  paused: z.boolean(),
  /** Set from the stop until compensation has ended. */
  stopping: ErrorInfo.nullable(),
  plan: z.object({ revision: z.number().int(), nodes: z.array(NodeView) }).nullable(),
  compensations: z.array(CompensationView),
  context: z.object({ entries: z.array(ContextEntry), hits: z.number().int(), misses: z.number().int() }),
})
export type RunView = z.infer<typeof RunView>

/** What a watcher of a run receives: a snapshot first (or again after a gap), then events. */
export const RunUpdate = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), view: RunView }),
  z.object({ type: z.literal('events'), events: z.array(RunEvent) }),
])
export type RunUpdate = z.infer<typeof RunUpdate>
