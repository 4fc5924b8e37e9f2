import type { DagNode, Values } from './node.ts'
import type { NodeResult } from './result.ts'
import type { Scope } from './slot.ts'

/** What came of the nodes of a scope, each followed by its children, and the values that they have provided. */
export function collectResults<N extends DagNode>(
  scope: Scope<N>,
): { readonly nodes: ReadonlyMap<string, NodeResult>; readonly values: Values } {
  const nodes = new Map<string, NodeResult>()
  const collect = ({ slots }: Scope<N>) => {
    for (const slot of slots) {
      if (slot.end !== null) nodes.set(slot.node.id, slot.result(slot.end))
      if (slot.children !== null) collect(slot.children)
    }
  }
  collect(scope)
  return { nodes, values: Object.fromEntries(scope.values) }
}
