import { type Sentence, say, type Words } from '../../../shared/sentence.ts'
import { failure, inEnglish } from '../../../shared/sentences/told.ts'
import { inspectGraph } from './build.ts'
import type { Graph } from './graph.ts'
import type { DagNode } from './node.ts'
import { graphError } from './problem.ts'

/** How a planner changes a graph that runs. Only nodes that have not started can be dropped or re-ordered. */
export interface Change<N extends DagNode> {
  /** Why; shown to the user and kept in the journal. */
  readonly reason: Words
  readonly add?: readonly N[]
  /** An id that is dropped and added in one change is replaced. */
  readonly drop?: readonly string[]
  /** New priorities by id. */
  readonly reorder?: Readonly<Record<string, number>>
}

/** A change that took effect. */
export interface Revision<N extends DagNode> {
  /** From 1 within its schedule. */
  readonly number: number
  /** Epoch ms. */
  readonly at: number
  readonly change: Change<N>
}

/**
 * The graph after a change, or an `invalid-input` with everything that is wrong with it; the old graph stays as it is.
 * `isOpen` says of a node of the graph whether it has not started.
 */
export function changeGraph<N extends DagNode>(graph: Graph<N>, change: Change<N>, isOpen: (id: string) => boolean): Graph<N> {
  const drop = new Set(change.drop)
  const priorities = new Map(Object.entries(change.reorder ?? {}))
  const refusals = new Map<string, Sentence>()
  for (const id of [...drop, ...priorities.keys()]) {
    if (!graph.indexOf.has(id)) refusals.set(id, say('graph.no-node', { node: id }))
    else if (!isOpen(id)) refusals.set(id, say('graph.not-open', { node: id }))
    else if (drop.has(id) && priorities.has(id)) refusals.set(id, say('graph.dropped-and-moved', { node: id }))
  }
  if (refusals.size > 0) {
    const problems = [...refusals.values()]
    throw failure('invalid-input', say('graph.revision-refused', { problems }), { data: { reasons: inEnglish(problems) } })
  }
  const kept = graph.nodes.flatMap((node) => {
    if (drop.has(node.id)) return []
    const priority = priorities.get(node.id)
    return [priority === undefined ? node : { ...node, priority }]
  })
  const { graph: changed, problems } = inspectGraph([...kept, ...(change.add ?? [])], { given: graph.given })
  if (problems.length > 0) throw graphError(problems, 'graph.revision-refused')
  return changed
}
