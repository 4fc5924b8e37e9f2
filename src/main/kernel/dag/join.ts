import { TuttiError } from '../../../shared/errors.ts'
import type { DagNode, Values } from './node.ts'
import type { NodeEnd } from './result.ts'
import type { Scope, Slot } from './slot.ts'

/** How a node ended whose children have all ended. With `partial` the results of the others are kept where a child has failed. */
export function joinChildren<N extends DagNode>(owner: Slot<N>, scope: Scope<N>, partial: boolean): NodeEnd {
  let failure: TuttiError | null = null
  let stopped: NodeEnd | null = null
  for (const { end } of scope.slots) {
    if (end?.state === 'cancelled') stopped ??= end
    if (end?.state === 'failed') failure ??= end.error
  }
  const done = scope.slots.flatMap((slot) => (slot.end?.state === 'done' ? [{ slot, outputs: slot.end.outputs }] : []))
  if (failure !== null && (!partial || done.length === 0)) return { state: 'failed', error: failure }
  if (stopped !== null) return stopped
  try {
    const outputs = scope.join
      ? scope.join(done.map(({ slot, outputs }) => ({ id: localId(owner, slot), outputs })))
      : Object.fromEntries(owner.node.outputs.map((name) => [name, joinOutput(name, scope)]))
    return endWith(owner.node, outputs)
  } catch (thrown) {
    return { state: 'failed', error: TuttiError.from(thrown) }
  }
}

/** Done, where every output that the node has promised is there. */
export function endWith(node: DagNode, outputs: Values): NodeEnd {
  const missing = node.outputs.filter((name) => outputs[name] === undefined)
  if (missing.length === 0) return { state: 'done', outputs }
  const names = missing.map((name) => `“${name}”`).join(', ')
  return { state: 'failed', error: new TuttiError('internal', `“${node.id}” ended without ${names}, which other nodes may wait for.`) }
}

export function childId(owner: string, local: string): string {
  return `${owner}[${local}]`
}

function localId(owner: Slot<DagNode>, child: Slot<DagNode>): string {
  return child.node.id.slice(owner.node.id.length + 1, -1)
}

/** The value of the only child with this output, or the list of the values of all. */
function joinOutput<N extends DagNode>(name: string, scope: Scope<N>): unknown {
  const producers = scope.slots.filter((slot) => slot.node.outputs.includes(name))
  const values = producers.flatMap(({ end }) => (end?.state === 'done' ? [end.outputs[name]] : []))
  return scope.lists || producers.length > 1 ? values : values[0]
}
