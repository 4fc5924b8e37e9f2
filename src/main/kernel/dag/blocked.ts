import { say, type Words } from '../../../shared/sentence.ts'
import type { DagNode } from './node.ts'
import type { NodeEnd, Skipped } from './result.ts'

/** What happens to the others when a node fails. */
export type FailurePolicy =
  /** Everything stops. */
  | 'fail-fast'
  /** Whatever does not wait for it is finished. */
  | 'finish-independent'
  /** The same, and nodes that can do without it run with what there is. */
  | 'partial'

/** Why a node cannot run now that one before it has ended without a result, or null where it can do without. */
export function blockedBy(from: DagNode, end: NodeEnd, next: DagNode, policy: FailurePolicy): Skipped | null {
  if (end.state === 'done') return null
  const failure = end.state !== 'skipped' || end.failure
  const skip = (reason: Words): Skipped => ({ state: 'skipped', reason, failure })
  let isOptional = false
  for (const name of next.inputs) {
    if (!from.outputs.includes(name)) continue
    if (!next.optional?.includes(name)) return skip(say(`node.lacks.${end.state}`, { name, node: from.id }))
    isOptional = true
  }
  if (!failure || (isOptional && policy === 'partial')) return null
  return skip(say(`node.after.${end.state}`, { node: from.id }))
}

/** Of two reasons not to run the one that counts: a failure, else the first. So the end of a node does not depend on who was faster. */
export function graver(first: Skipped | null, second: Skipped | null): Skipped | null {
  if (first === null || second === null) return first ?? second
  return second.failure && !first.failure ? second : first
}
