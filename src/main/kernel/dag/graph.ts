import type { DagNode } from './node.ts'

/** Nodes whose order is known to be possible. Numbers are places in `nodes`; made by `buildGraph` alone. */
export interface Graph<N extends DagNode = DagNode> {
  readonly nodes: readonly N[]
  /** Names of values that come from outside. */
  readonly given: ReadonlySet<string>
  readonly indexOf: ReadonlyMap<string, number>
  /** Who produces a value, where one of the nodes does. */
  readonly producerOf: ReadonlyMap<string, number>
  /** The nodes that have to end before each node, every one once. */
  readonly before: readonly (readonly number[])[]
  /** The nodes that wait for each node, every one once. */
  readonly after: readonly (readonly number[])[]
  /** All nodes, each behind everything that it waits for. */
  readonly order: readonly number[]
}

/** The part of a graph that says who waits for whom. */
export type Edges = Pick<Graph, 'before' | 'after'>
