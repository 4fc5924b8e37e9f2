import { checkNode } from './check-node.ts'
import { findCycles } from './cycles.ts'
import type { Graph } from './graph.ts'
import type { DagNode } from './node.ts'
import { GIVEN, type GraphProblem, graphError } from './problem.ts'
import { topologicalOrder } from './topological-order.ts'

export interface BuildOptions {
  /** Names of values that the run brings along. */
  readonly given?: Iterable<string>
  /** Outputs that several nodes may have, because whoever asked for these nodes joins them; none of the nodes may consume one. */
  readonly joined?: readonly string[]
}

/** The graph of these nodes, or an `invalid-input` that names everything that is wrong with it. O(n + e). */
export function buildGraph<N extends DagNode>(nodes: readonly N[], options: BuildOptions = {}): Graph<N> {
  const { graph, problems } = inspectGraph(nodes, options)
  if (problems.length > 0) throw graphError(problems)
  return graph
}

/** The same without throwing: the graph is whole only where there are no problems. */
export function inspectGraph<N extends DagNode>(nodes: readonly N[], options: BuildOptions = {}): GraphCheck<N> {
  const given = new Set(options.given)
  const problems: GraphProblem[] = []
  for (const node of nodes) checkNode(node, problems)
  const { indexOf, duplicates } = indexIds(nodes)
  problems.push(...duplicates)
  const { producerOf, rivals } = findProducers(nodes, indexOf, given)
  const { before, after, missing, unknown, consumed } = link(nodes, indexOf, producerOf, given)
  for (const [output, producers] of rivals) {
    if (options.joined?.includes(output) && !consumed.has(output)) continue
    problems.push({ kind: 'duplicate-producer', output, producers })
  }
  for (const [input, consumers] of missing) problems.push({ kind: 'missing-input', input, consumers })
  for (const [dependency, dependants] of unknown) problems.push({ kind: 'unknown-dependency', dependency, dependants })
  const graph = { nodes, given, indexOf, producerOf, before, after, order: topologicalOrder({ before, after }) }
  problems.push(...findBlocked(graph, [...missing.values(), ...unknown.values()].flat()))
  return { graph, problems }
}

export interface GraphCheck<N extends DagNode> {
  readonly graph: Graph<N>
  readonly problems: readonly GraphProblem[]
}

function indexIds(nodes: readonly DagNode[]) {
  const indexOf = new Map<string, number>()
  const times = new Map<string, number>()
  let place = 0
  for (const { id } of nodes) {
    if (indexOf.has(id)) times.set(id, (times.get(id) ?? 1) + 1)
    else indexOf.set(id, place)
    place += 1
  }
  const duplicates = [...times].map(([id, count]): GraphProblem => ({ kind: 'duplicate-id', id, times: count }))
  return { indexOf, duplicates }
}

function findProducers(nodes: readonly DagNode[], indexOf: ReadonlyMap<string, number>, given: ReadonlySet<string>) {
  const producerOf = new Map<string, number>()
  const rivals = new Map<string, string[]>()
  let place = -1
  for (const { id, outputs } of nodes) {
    place += 1
    if (indexOf.get(id) !== place) continue
    for (const output of outputs) {
      const first = producerOf.get(output)
      if (first === place) continue
      const rival = first === undefined ? undefined : nodes[first]?.id
      if (rival === undefined && !given.has(output)) producerOf.set(output, place)
      else append(rivals, output, id, rival ?? GIVEN)
    }
  }
  return { producerOf, rivals }
}

function link(
  nodes: readonly DagNode[],
  indexOf: ReadonlyMap<string, number>,
  producerOf: ReadonlyMap<string, number>,
  given: ReadonlySet<string>,
) {
  const before: number[][] = nodes.map(() => [])
  const after: number[][] = nodes.map(() => [])
  const missing = new Map<string, string[]>()
  const unknown = new Map<string, string[]>()
  const consumed = new Set<string>()
  /** The last node that was linked behind each node, so that two reasons to wait make one edge. */
  const linked = new Int32Array(nodes.length).fill(-1)
  const connect = (from: number, to: number) => {
    if (linked[from] === to) return
    linked[from] = to
    before[to]?.push(from)
    after[from]?.push(to)
  }
  let place = -1
  for (const node of nodes) {
    place += 1
    if (indexOf.get(node.id) !== place) continue
    for (const input of node.inputs) {
      consumed.add(input)
      const producer = producerOf.get(input)
      if (producer !== undefined) connect(producer, place)
      else if (!given.has(input) && !node.optional?.includes(input)) append(missing, input, node.id)
    }
    for (const dependency of node.dependsOn) {
      const from = indexOf.get(dependency)
      if (from === undefined) append(unknown, dependency, node.id)
      else connect(from, place)
    }
  }
  return { before, after, missing, unknown, consumed }
}

/** Cycles, and the nodes behind them or behind nodes that lack something. */
function findBlocked(graph: Graph, lacking: readonly string[]): GraphProblem[] {
  const { nodes, indexOf, before, after, order } = graph
  if (order.length === nodes.length && lacking.length === 0) return []
  const name = (place: number) => nodes[place]?.id ?? ''
  const ordered = new Set(order)
  const cycles = findCycles(
    { before, after },
    nodes.flatMap((_, place) => (ordered.has(place) ? [] : [place])),
  )
  const roots = [...lacking.flatMap((id) => indexOf.get(id) ?? []), ...cycles.flat()]
  const blocked = new Set(roots)
  const queue = [...blocked]
  const unreachable: GraphProblem[] = []
  for (const place of queue) {
    for (const next of after[place] ?? []) {
      if (blocked.has(next)) continue
      blocked.add(next)
      queue.push(next)
      unreachable.push({ kind: 'unreachable', node: name(next), waitsFor: name(place) })
    }
  }
  return [...cycles.map((path): GraphProblem => ({ kind: 'cycle', path: path.map(name) })), ...unreachable]
}

/** Adds a name to a list of the map, without doubles at its end; `first` opens the list where there is none. */
function append(lists: Map<string, string[]>, key: string, name: string, first?: string): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, first === undefined ? [name] : [first, name])
  else if (list.at(-1) !== name) list.push(name)
}
