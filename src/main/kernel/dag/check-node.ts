import type { DagNode } from './node.ts'
import type { GraphProblem } from './problem.ts'

/** Adds what is wrong with a node by itself. Numbers that do not compare would make the order of starts a matter of chance. */
export function checkNode(node: DagNode, problems: GraphProblem[]): void {
  const { id, inputs, resources, retry } = node
  const refuse = (field: string, must: string) => problems.push({ kind: 'bad-value', node: id, field, must })
  if (!ID.test(id)) refuse('The id', 'a name without “/”, “[” and “]”, which the journal puts between names')
  if (!Number.isFinite(node.priority)) refuse('The priority', 'a number')
  if (!isCount(node.expectedMs)) refuse('The expected time', 'a number of ms, 0 or more')
  if (node.timeoutMs !== undefined && !(node.timeoutMs > 0)) refuse('The time-out', 'a number of ms above 0')
  for (const { name, amount } of resources) {
    if (!isCount(amount) || amount === 0) refuse(`The amount of “${name}”`, 'a number above 0')
  }
  if (retry && !(Number.isInteger(retry.attempts) && retry.attempts > 0)) refuse('The number of attempts', 'a whole number, 1 or more')
  if (retry && !isCount(retry.delayMs)) refuse('The delay before a retry', 'a number of ms, 0 or more')
  for (const name of node.optional ?? []) if (!inputs.includes(name)) refuse(`The optional “${name}”`, 'one of its inputs')
  if (node.over !== undefined && !inputs.includes(node.over)) refuse(`The list “${node.over}”`, 'one of its inputs')
}

const ID = /^[^/[\]]+$/
const isCount = (value: number) => Number.isFinite(value) && value >= 0
