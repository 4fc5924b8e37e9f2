import type { DagNode } from './node.ts'
import type { Rank } from './rank.ts'

/** Hands a place back; calling it twice is the same as once. */
export type Release = () => void

/**
 * Decides when a node that is ready may start. One gate may serve all graphs of a run tree. It has to reject once the signal aborts.
 * A place that is free should be given at once, without a promise. A node that waits for its retry, or for its own children, holds no place;
 * a node whose work waits for another graph behind the same gate does hold one, so such work belongs into children of the node.
 */
export interface Gate<N extends DagNode = DagNode> {
  acquire(node: N, signal: AbortSignal, rank: Rank): Release | Promise<Release>
}
