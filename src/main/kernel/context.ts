import type { ZodType } from 'zod'
import type { TuttiError } from '../../shared/errors.ts'
import type { ModelAnswer, ModelRequest } from '../../shared/model.ts'
import type { Decision, MemoryScope } from '../../shared/run.ts'
import type { Sentence, Told, Words } from '../../shared/sentence.ts'
import type { ScheduleResult } from './dag/result.ts'
import type { RunRecord } from './journal.ts'
import type { EntryRef, MemoryEntry } from './memory/memory-entry.ts'
import type { DagOptions, WorkNode } from './run-dag.ts'
import type { ToolCall, ToolResult } from './tool.ts'

/** An orchestrator is a plain function over a run context; it has no other way to reach the world. */
export interface Orchestrator<I, O> {
  readonly id: string
  /** Raised when a change would make an older run's journal read differently. */
  readonly version: number
  readonly input: ZodType<I>
  run(ctx: RunContext, input: I): Promise<O>
}

/** A branch of `all`; its key names it in the journal and must be unique among its siblings. */
export interface Task<T> {
  readonly key: string
  run(ctx: RunContext): Promise<T>
}

/** How a branch ended. `dropped`: a quorum decided without it. */
export type Settled<T> =
  | { readonly key: string; readonly state: 'done'; readonly value: T }
  | { readonly key: string; readonly state: 'failed'; readonly error: TuttiError }
  | { readonly key: string; readonly state: 'dropped'; readonly error: TuttiError }

/** Given what has settled so far, in order, says why the rest is not needed, or null to go on. */
export type Quorum<T> = (settled: readonly Settled<T>[]) => Words | null

export interface AllOptions<T> {
  /** Branches at a time; all at once where left out. */
  readonly limit?: number
  readonly until?: Quorum<T>
}

/** What an entry of the shared context was made from, and how long it is of use. */
export interface Provenance {
  /** Names of the entries that were read for it. */
  readonly from?: readonly EntryRef[]
  readonly ttlMs?: number
  /** Who sees it; the branches of this run alone where left out. */
  readonly scope?: MemoryScope
}

/**
 * Immutable, versioned entries shared by the branches of a run, which a resumed run puts again as it comes by, and by all runs of a
 * conversation, of a project or of this data folder, which outlive it. Throws `invalid-input` for a scope that the run is not in.
 */
export interface SharedContext {
  /** Does `work` once for all who ask for `key` in its scope, also while it still runs; its result is journaled and kept as an entry. */
  once<T>(key: string, work: () => Promise<T>, provenance?: Provenance): Promise<T>
  /** The next version of a key. Throws `invalid-input` for a value that is no JSON or too large. */
  put(key: string, value: unknown, provenance?: Provenance): Promise<MemoryEntry>
  /** Of this run: the newest version, or the one asked for; null where there is none (any more). */
  get(key: string, version?: number): MemoryEntry | null
  /** Of a scope around the run: the newest version, or null. An effect: a resumed run reads the same. */
  read(key: string, scope: Exclude<MemoryScope, 'run'>): Promise<MemoryEntry | null>
}

/** What a person is asked. */
export interface Question {
  readonly title: Words
  readonly detail?: Words
  readonly options?: readonly { readonly value: string; readonly label: Words }[]
}

/** A decision before it is in a language: a plain string would be in English alone. */
export type Noted = Omit<Decision, 'title' | 'reason' | 'said'> & { readonly title: Sentence; readonly reason: Told }

export interface RunContext {
  readonly run: RunRecord
  readonly signal: AbortSignal
  readonly memory: SharedContext
  /** Throws a TuttiError; text that arrived before it stays in the run's view. */
  model(request: ModelRequest): Promise<ModelAnswer>
  /** Any other effect; its result is journaled as JSON and handed back on resume. */
  step<T>(name: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** Calls a tool; the intent is committed before it leaves, and a tool in doubt is never called again unasked. */
  tool(call: ToolCall): Promise<ToolResult>
  /** Waits for a person or another run, also over restarts. Holds no slot and no reservation, and no time-out runs. */
  receive<T>(name: string, schema: ZodType<T>, question: Question): Promise<T>
  /** Asks a person for leave; `detail` is shown word for word. */
  approve(title: Words, detail: Words): Promise<boolean>
  /** Waits until a point in time (epoch ms), also over restarts, as `receive` does. */
  sleep(until: number): Promise<void>
  /** What is to be done if the run fails or is stopped later: in reverse order, journaled and retried. Throws for a name that is taken. */
  compensate(name: string, undo: Task<void>): void
  /** Another orchestrator as a part of this run: same budget, its own branch of the journal. */
  child<I, O>(key: string, orchestrator: Orchestrator<I, O>, input: I): Promise<O>
  /** Runs branches together. Never throws for a failing branch; throws when the run itself is cancelled. Keeps the tasks' order. */
  all<T>(tasks: readonly Task<T>[], options?: AllOptions<T>): Promise<Settled<T>[]>
  /** Runs a graph of work: a node starts the moment its own inputs are there, and may change the plan while it runs. */
  dag(nodes: readonly WorkNode[], options?: DagOptions): Promise<ScheduleResult>
  progress(done: number, total: number, label?: Words): void
  /** Transparent log: what was chosen, among what, why. */
  note(decision: Noted): void
  /** Epoch ms; the end of the last journaled effect, so that a run replays. */
  now(): number
  /** In [0, 1), from the run's seed and this branch. */
  random(): number
  id(): string
}
