import type { TuttiError } from '../../../shared/errors.ts'
import type { Words } from '../../../shared/sentence.ts'
import type { Values } from './node.ts'

/** How a node ended. */
export type NodeEnd =
  | { readonly state: 'done'; readonly outputs: Values }
  | { readonly state: 'failed'; readonly error: TuttiError }
  | Skipped
  /** Stopped before it had a result: by the user, by another node's failure, or dropped by a revision. */
  | { readonly state: 'cancelled'; readonly error: TuttiError }

/** Its own condition, or what came of the nodes before it, left no reason to run it. */
export interface Skipped {
  readonly state: 'skipped'
  readonly reason: Words
  /** A failed node is behind it. */
  readonly failure: boolean
}

/** Epoch ms; null for what did not happen. */
export interface NodeTimes {
  /** Its inputs were there. */
  readonly queuedAt: number | null
  /** It got its first place. */
  readonly startedAt: number | null
  readonly endedAt: number
}

export interface NodeResult {
  readonly id: string
  /** The node that sized this one at run time. */
  readonly parent: string | null
  readonly attempts: number
  readonly times: NodeTimes
  readonly end: NodeEnd
}

export interface ScheduleResult {
  /**
   * done: every node is done or was skipped by a condition · partial: something failed and the policy is to go on with what there is ·
   * failed: something failed · cancelled: the signal said so.
   */
  readonly state: 'done' | 'partial' | 'failed' | 'cancelled'
  /** The first failure, or why it was cancelled. */
  readonly error: TuttiError | null
  /** By id: the graph's nodes in their order, each followed by its children. */
  readonly nodes: ReadonlyMap<string, NodeResult>
  /** Every value that the graph's nodes have produced. */
  readonly values: Values
}
