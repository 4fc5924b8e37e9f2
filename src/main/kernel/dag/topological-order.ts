import type { Edges } from './graph.ts'

/** Places of all nodes, each behind what it waits for; nodes on or behind a cycle are left out (Kahn 1962). O(n + e). */
export function topologicalOrder({ before, after }: Edges): number[] {
  const waiting = Int32Array.from(before, (list) => list.length)
  const order: number[] = []
  for (const [place, count] of waiting.entries()) if (count === 0) order.push(place)
  for (const place of order) {
    for (const next of after[place] ?? []) {
      const left = (waiting[next] ?? 0) - 1
      waiting[next] = left
      if (left === 0) order.push(next)
    }
  }
  return order
}
