import type { TuttiError } from '../../../shared/errors.ts'
import type { Clock } from '../clock.ts'
import type { FailurePolicy } from './blocked.ts'
import type { Change, Revision } from './change.ts'
import type { Returned } from './flight.ts'
import type { Gate } from './gate.ts'
import type { DagNode, Values } from './node.ts'
import type { NodeResult } from './result.ts'
import type { RetryPolicy } from './retry.ts'

/** Does the work of a node. It may return `expand(…)` where the work turns out to be a graph of its own. */
export type Run<N extends DagNode> = (node: N, inputs: Values, signal: AbortSignal, control: Control<N>) => Promise<Returned<N>>

/** What the work of a node may know of and do to the schedule that runs it. */
export interface Control<N extends DagNode> {
  /** 1, then one more with every retry. */
  readonly attempt: number
  /** Changes the graph at once, or throws an `invalid-input` and changes nothing. */
  readonly revise: (change: Change<N>) => Revision<N>
}

export type ScheduleEvent =
  | { readonly type: 'queued'; readonly id: string; readonly at: number }
  | { readonly type: 'started'; readonly id: string; readonly at: number; readonly attempt: number }
  | { readonly type: 'retrying'; readonly id: string; readonly at: number; readonly delayMs: number; readonly error: TuttiError }
  | { readonly type: 'expanded'; readonly id: string; readonly at: number; readonly children: readonly string[] }
  | { readonly type: 'ended'; readonly result: NodeResult }

export interface ScheduleOptions<N extends DagNode> {
  readonly signal: AbortSignal
  readonly clock: Clock
  /** Values for the names that the graph was built with as given. */
  readonly given?: Values
  /** Nodes of this schedule at a time, those included that wait at the gate. Left out: 16, or no limit where there is a gate. */
  readonly limit?: number
  readonly gate?: Gate<N>
  readonly policy?: FailurePolicy
  /** Left out: as the node says. */
  readonly retry?: RetryPolicy<N>
  /** The most nodes that expansions and revisions may add in all; a planner that never ends stops here. Left out: 10,000. */
  readonly maxAdded?: number
  /** How long work that was told to stop may take to do so before it is left behind, in ms. Left out: 5,000. */
  readonly graceMs?: number
  /** Nodes of the graph that may not start yet, nor be skipped; they are asked about again after each revision and in `release`. */
  readonly isHeld?: (id: string) => boolean
  /** Called where something is open and nothing waits for a further attempt, with how many attempts are under way. */
  readonly onSettled?: (running: number) => void
  /** Called before a revision takes effect; where it throws, nothing changes and the planner gets the error. */
  readonly onRevision?: (revision: Revision<N>) => void
  /** Called as it happens. Where it throws, the schedule stops and rejects with that error. */
  readonly onEvent?: (event: ScheduleEvent) => void
}
