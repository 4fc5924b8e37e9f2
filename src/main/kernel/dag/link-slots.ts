import type { Graph } from './graph.ts'
import type { DagNode } from './node.ts'
import { remainingTimes } from './rank.ts'
import type { Slot } from './slot.ts'

/**
 * Gives the slots the edges and ranks of a graph. `nodes` are the graph's, in its order, under the ids that they run with; `tailMs` is
 * expected behind the last of them. Those of the queued slots that belong elsewhere in the queue now.
 */
export function linkSlots<N extends DagNode>(
  graph: Graph<N>,
  slots: readonly Slot<N>[],
  nodes: readonly N[],
  tailMs: number,
): Set<Slot<N>> {
  const remaining = remainingTimes(graph, tailMs)
  const moved = new Set<Slot<N>>()
  for (let place = 0; place < nodes.length; place += 1) {
    const slot = slots[place]
    const node = nodes[place]
    if (slot === undefined || node === undefined) break
    const remainingMs = remaining[place] ?? 0
    if (slot.queuedAt !== null && (node.priority !== slot.priority || remainingMs !== slot.remainingMs)) moved.add(slot)
    slot.node = node
    slot.remainingMs = remainingMs
    slot.after = graph.after[place] ?? []
    slot.waiting = 0
    for (const from of graph.before[place] ?? []) if (slots[from]?.end === null) slot.waiting += 1
  }
  return moved
}
