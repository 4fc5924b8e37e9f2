import type { ErrorInfo } from '../../shared/errors.ts'
import type { ConversationId, MessageId, ModelRef, PresetId, RunId } from '../../shared/ids.ts'
import type { Attempt } from '../../shared/model.ts'
import type { RunEvent, RunState } from '../../shared/run.ts'

/** A run as it is stored: enough to start it again in another process. */
export interface RunRecord {
  readonly id: RunId
  readonly parentId: RunId | null
  /** The run that this one took finished effects over from. */
  readonly forkOf: RunId | null
  readonly orchestrator: string
  readonly orchestratorVersion: number
  readonly appVersion: string
  readonly seed: string
  /** Validated input of the orchestrator, as JSON. */
  readonly input: unknown
  readonly title: string
  readonly state: RunState
  readonly budgetMicros: number | null
  readonly allowNoPrice: boolean
  readonly conversationId: ConversationId | null
  /** The project that it works for, whose shared context it sees. */
  readonly projectId?: string | null
  /** The assistant message that shows this run. */
  readonly messageId: MessageId | null
  /** Epoch ms. */
  readonly startedAt: number
}

/** How a finished effect ended: its value, or the error that it is replayed with. */
export type EffectOutcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: ErrorInfo }

/** A committed effect. `path`: keys of the branches / name / count, for example `m1/model/0`. */
export interface EffectRecord {
  readonly path: string
  readonly kind: 'model' | 'step' | 'all' | 'child' | 'tool' | 'receive' | 'sleep' | 'memory' | 'revision'
  /** SHA-256 of the request; a different one on resume means that the code has changed. */
  readonly digest: string
  /** What was asked, for a person to read; never read back by the run. */
  readonly input?: unknown
  readonly outcome: EffectOutcome
  readonly endedAt: number
}

/** An attempt of a model effect, with the effect that it belongs to. */
export interface AttemptRecord extends Attempt {
  readonly path: string
}

export interface RunHistory {
  readonly run: RunRecord
  readonly effects: readonly EffectRecord[]
  /** All attempts, also those still open when the process died. */
  readonly attempts: readonly AttemptRecord[]
  /** All but deltas, oldest first. */
  readonly events: readonly RunEvent[]
}

/** What is written together or not at all. */
export interface JournalCommit {
  readonly runId: RunId
  readonly effect?: EffectRecord
  /** Inserted, or updated by (run, path, number). */
  readonly attempts?: readonly AttemptRecord[]
  readonly events?: readonly RunEvent[]
  /** Ends (or re-opens) the run. With `answer` the assistant message's text becomes searchable and counts for the next turn. */
  readonly state?: RunState
  readonly answer?: string
}

/** Which runs are asked for. */
export interface RecentRuns {
  /** Empty: all. */
  readonly states: readonly RunState[]
  /** Words of the title. */
  readonly query: string
  readonly orchestrator?: string | null
  /** true: those alone that experiments of the Lab asked; false: all others. */
  readonly lab?: boolean | null
  readonly presetId?: PresetId | null
  /** A model that a member was asked with, or that was called. */
  readonly model?: ModelRef | null
  /** As they were counted: of runs with a call that has ended. */
  readonly strategy?: string | null
  readonly task?: string | null
  /** Started in [since, until), epoch ms. */
  readonly since?: number | null
  readonly until?: number | null
  /** With a call that ended in [from, to), epoch ms; where a model is asked for, a call of it. */
  readonly calls?: { readonly from: number; readonly to: number } | null
  readonly limit: number
  /** Those that come after this one. */
  readonly after?: RunId | null
}

/** The kernel's door to storage. Every promise resolves when its rows are durable; commits keep their order. */
export interface Journal {
  createRun(run: RunRecord, events: readonly RunEvent[]): Promise<void>
  commit(commit: JournalCommit): Promise<void>
  history(id: RunId): Promise<RunHistory | null>
  /** The events alone, without what was asked and answered below them; null where there is no such run. */
  events(id: RunId): Promise<readonly RunEvent[] | null>
  /** Newest first. */
  recent(options: RecentRuns): Promise<readonly RunRecord[]>
  /** Runs that were running when the last process ended, oldest first. */
  unfinished(): Promise<readonly RunRecord[]>
  /** Sum of the costs of attempts (settled, or reserved where still open) that started at or after `since` (epoch ms). */
  spentSince(since: number): Promise<number>
  /** The dearest run that started at or after `since`. */
  dearestRunSince(since: number): Promise<number>
}
