import type { Graph } from './graph.ts'

/** Where a node stands in the queue of those that are ready. */
export interface Rank {
  readonly priority: number
  /** Expected ms from its start to the end of the longest path behind it. */
  readonly remainingMs: number
  /** Its place among the nodes of its graph: settles every tie, so that the same results give the same order of starts. */
  readonly sequence: number
}

/** Below 0 where `a` comes first: higher priority, then the longer remaining path. */
export function compareRanks(a: Rank, b: Rank): number {
  return b.priority - a.priority || b.remainingMs - a.remainingMs
}

/** The same within one graph, where the earlier node settles a tie. */
export function comesBefore(a: Rank, b: Rank): boolean {
  return (compareRanks(a, b) || a.sequence - b.sequence) < 0
}

/** For each node the expected ms from its start to the end of the longest path behind it; `tail` is added behind the last ones. O(n + e). */
export function remainingTimes({ nodes, after, order }: Graph, tail = 0): Float64Array {
  const remaining = new Float64Array(nodes.length)
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const place = order[at] ?? 0
    let longest = tail
    for (const next of after[place] ?? []) longest = Math.max(longest, remaining[next] ?? 0)
    remaining[place] = longest + (nodes[place]?.expectedMs ?? 0)
  }
  return remaining
}
