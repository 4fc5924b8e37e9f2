import type { Graph } from './graph.ts'
import { Heap } from './heap.ts'
import { comesBefore, type Rank, remainingTimes } from './rank.ts'

/** Expected times of one node in ms from the start of the run, were there places for everybody. */
export interface NodePlan {
  readonly id: string
  /** 0 for nodes that wait for none; otherwise one more than the highest level before it. */
  readonly level: number
  readonly earliestStartMs: number
  readonly earliestEndMs: number
  /** By how much it may start later without moving the end of the run. */
  readonly slackMs: number
}

export interface GraphPlan {
  /** In the order of the graph's nodes. */
  readonly nodes: readonly NodePlan[]
  /** Ids by level, for the picture; the scheduler knows no levels. */
  readonly levels: readonly (readonly string[])[]
  /** The longest path by expected time; of two equal ones, the one over earlier nodes. */
  readonly criticalPath: readonly string[]
  readonly criticalMs: number
  /** One node after the other. */
  readonly sequentialMs: number
  /** With as many places as `concurrency`, in the scheduler's own order. */
  readonly parallelMs: number
  /** Nodes at work at a time, on average: sequential by parallel time; 0 for a graph without expected time. */
  readonly parallelism: number
}

/** What a graph is expected to take. Pure; O((n + e) + n log n). */
export function planGraph(graph: Graph, concurrency = Number.POSITIVE_INFINITY): GraphPlan {
  const remaining = remainingTimes(graph)
  const criticalMs = maximum(remaining)
  const nodes = earliest(graph).map((node, place) => ({
    ...node,
    slackMs: Math.max(0, criticalMs - node.earliestStartMs - (remaining[place] ?? 0)),
  }))
  const sequentialMs = graph.nodes.reduce((sum, node) => sum + node.expectedMs, 0)
  const parallelMs = simulate(graph, remaining, concurrency)
  return {
    nodes,
    levels: groupLevels(nodes),
    criticalPath: walkCriticalPath(graph, remaining, criticalMs),
    criticalMs,
    sequentialMs,
    parallelMs,
    parallelism: parallelMs === 0 ? 0 : sequentialMs / parallelMs,
  }
}

function earliest({ nodes, before, order }: Graph): Omit<NodePlan, 'slackMs'>[] {
  const levels = new Int32Array(nodes.length)
  const starts = new Float64Array(nodes.length)
  const ends = new Float64Array(nodes.length)
  for (const place of order) {
    let level = 0
    let start = 0
    for (const from of before[place] ?? []) {
      level = Math.max(level, (levels[from] ?? 0) + 1)
      start = Math.max(start, ends[from] ?? 0)
    }
    levels[place] = level
    starts[place] = start
    ends[place] = start + (nodes[place]?.expectedMs ?? 0)
  }
  return nodes.map(({ id }, place) => ({
    id,
    level: levels[place] ?? 0,
    earliestStartMs: starts[place] ?? 0,
    earliestEndMs: ends[place] ?? 0,
  }))
}

function groupLevels(nodes: readonly NodePlan[]): string[][] {
  const levels: string[][] = []
  for (const { id, level } of nodes) {
    while (levels.length <= level) levels.push([])
    levels[level]?.push(id)
  }
  return levels
}

function walkCriticalPath({ nodes, before, after }: Graph, remaining: Float64Array, criticalMs: number): string[] {
  const path: string[] = []
  let choices: readonly number[] = nodes.flatMap((_, place) => (before[place]?.length === 0 ? [place] : []))
  let wanted = criticalMs
  while (choices.length > 0) {
    const place = choices.reduce((best, choice) => (better(choice, best) ? choice : best))
    const node = nodes[place]
    if (node === undefined) break
    path.push(node.id)
    wanted = (remaining[place] ?? 0) - node.expectedMs
    choices = after[place] ?? []
  }
  return path

  function better(choice: number, best: number): boolean {
    const [gap, bestGap] = [Math.abs(wanted - (remaining[choice] ?? 0)), Math.abs(wanted - (remaining[best] ?? 0))]
    return gap < bestGap || (gap === bestGap && choice < best)
  }
}

/** The end of the run by list scheduling: whenever a place is free, the ready node that ranks first takes it. */
function simulate({ nodes, before, after }: Graph, remaining: Float64Array, concurrency: number): number {
  const ready = new Heap<Rank>(comesBefore)
  const running = new Heap<{ readonly end: number; readonly place: number }>((a, b) =>
    a.end === b.end ? a.place < b.place : a.end < b.end,
  )
  const waiting = Int32Array.from(before, (list) => list.length)
  const queue = (place: number) =>
    ready.push({ priority: nodes[place]?.priority ?? 0, remainingMs: remaining[place] ?? 0, sequence: place })
  for (const [place, count] of waiting.entries()) if (count === 0) queue(place)
  let now = 0
  for (;;) {
    while (running.size < Math.max(1, concurrency)) {
      const next = ready.pop()
      if (next === undefined) break
      running.push({ end: now + (nodes[next.sequence]?.expectedMs ?? 0), place: next.sequence })
    }
    const ended = running.pop()
    if (ended === undefined) return now
    now = ended.end
    for (const next of after[ended.place] ?? []) {
      const left = (waiting[next] ?? 0) - 1
      waiting[next] = left
      if (left === 0) queue(next)
    }
  }
}

function maximum(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0)
}
