import type { Edges } from './graph.ts'

/** Places of all nodes, each behind what it waits for; nodes on or behind a cycle are left out (Kahn 1962). O(n + e). */
export function topologicalOrder({ before, after }: Edges): number[] {
  const waiting = new Int32Array(before.length)
  const order: number[] = []
  for (let place = 0; place < before.length; place += 1) {
    const count = before[place]?.length ?? 0
    waiting[place] = count
    if (count === 0) order.push(place)
  }
  for (const place of order) {
    for (const next of after[place] ?? []) {
      const left = (waiting[next] ?? 0) - 1
      waiting[next] = left
      if (left === 0) order.push(next)
    }
  }
  return order
}
