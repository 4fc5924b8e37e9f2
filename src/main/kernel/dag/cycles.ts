import type { Edges } from './graph.ts'

/**
 * One cycle for each knot of nodes that wait for each other: the shortest one through the knot's first node, which also ends it.
 * `knotted` are the places to look at, all others must be free of cycles. O(n + e).
 */
export function findCycles(edges: Edges, knotted: readonly number[]): number[][] {
  const knots = findKnots(edges, knotted)
  const cycles: number[][] = []
  const seen = new Set<number>()
  for (const start of knotted) {
    const knot = knots.get(start)
    if (knot === undefined || seen.has(knot)) continue
    const cycle = shortestCycle(edges, start, (place) => knots.get(place) === knot)
    if (cycle === null) continue
    seen.add(knot)
    cycles.push(cycle)
  }
  return cycles
}

/** Strongly connected components, numbered (Tarjan 1972), without recursion so that a long chain cannot overflow the stack. */
function findKnots({ after }: Edges, places: readonly number[]): Map<number, number> {
  const knots = new Map<number, number>()
  const found = new Map<number, number>()
  const lowest = new Map<number, number>()
  const open: number[] = []
  let count = 0
  for (const root of places) {
    if (found.has(root)) continue
    const path = [{ place: root, next: 0 }]
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { place } = top
      if (top.next === 0) {
        found.set(place, found.size)
        lowest.set(place, found.size - 1)
        open.push(place)
      }
      const target = after[place]?.[top.next]
      top.next += 1
      if (target !== undefined) {
        if (!found.has(target)) path.push({ place: target, next: 0 })
        else if (!knots.has(target)) lower(lowest, place, found.get(target))
        continue
      }
      path.pop()
      const parent = path.at(-1)
      if (parent) lower(lowest, parent.place, lowest.get(place))
      if (lowest.get(place) !== found.get(place)) continue
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        knots.set(member, count)
        if (member === place) break
      }
      count += 1
    }
  }
  return knots
}

function lower(lowest: Map<number, number>, place: number, to: number | undefined): void {
  if (to !== undefined && to < (lowest.get(place) ?? to)) lowest.set(place, to)
}

function shortestCycle({ after }: Edges, start: number, within: (place: number) => boolean): number[] | null {
  const cameFrom = new Map<number, number>()
  const queue = [start]
  for (const place of queue) {
    for (const next of after[place] ?? []) {
      if (next === start) return [...pathTo(place, start, cameFrom), start]
      if (!within(next) || cameFrom.has(next)) continue
      cameFrom.set(next, place)
      queue.push(next)
    }
  }
  return null
}

function pathTo(end: number, start: number, cameFrom: ReadonlyMap<number, number>): number[] {
  const path = [end]
  for (let place = end; place !== start; ) {
    place = cameFrom.get(place) ?? start
    path.push(place)
  }
  return path.reverse()
}
