import type { DagNode, Values } from './node.ts'

/** What a node returns whose work turns out to be a graph of its own. The node ends when all its children have. */
export class Expansion<N extends DagNode> {
  readonly nodes: readonly N[]
  readonly join: Join | undefined

  constructor(nodes: readonly N[], join?: Join) {
    this.nodes = nodes
    this.join = join
  }
}

/** The outputs of a node from those of its children, in the order in which they were given; children without a result are left out. */
export type Join = (children: readonly ChildOutputs[]) => Values

export interface ChildOutputs {
  /** As the child was given, without the name of its parent. */
  readonly id: string
  readonly outputs: Values
}

/**
 * Children whose number and links are known only now. They may consume each other's outputs and the inputs of the node that returns
 * this; in the journal child `x` of node `a` is called `a[x]`. Without `join` an output of the node is the value of the only child
 * with this output, or the list of the values of several, in order.
 */
export function expand<N extends DagNode>(nodes: readonly N[], join?: Join): Expansion<N> {
  return new Expansion(nodes, join)
}
