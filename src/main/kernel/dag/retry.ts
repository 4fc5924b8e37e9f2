import type { TuttiError } from '../../../shared/errors.ts'
import type { DagNode } from './node.ts'

/** The wait in ms before the attempt that follows, or null to give up. `attempt` failed; the first one is 1. */
export type RetryPolicy<N extends DagNode = DagNode> = (node: N, error: TuttiError, attempt: number) => number | null

/** As the node says, for errors that may pass; never sooner than the vendor asked for. */
export function retryAsNodeSays(node: DagNode, error: TuttiError, attempt: number): number | null {
  if (node.retry === undefined || attempt >= node.retry.attempts || !error.retryable) return null
  return Math.max(node.retry.delayMs * 2 ** (attempt - 1), error.retryAfterMs ?? 0)
}
