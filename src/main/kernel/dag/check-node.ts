import type { DagNode } from './node.ts'
import type { GraphProblem } from './problem.ts'

/** What is wrong with a node by itself. Numbers that do not compare would make the order of starts a matter of chance. */
export function checkNode(node: DagNode): GraphProblem[] {
  const problems: GraphProblem[] = []
  const expect = (holds: boolean, field: string, must: string) => {
    if (!holds) problems.push({ kind: 'bad-value', node: node.id, field, must })
  }
  expect(/^[^/[\]]+$/.test(node.id), 'The id', 'a name without “/”, “[” and “]”, which the journal puts between names')
  expect(Number.isFinite(node.priority), 'The priority', 'a number')
  expect(Number.isFinite(node.expectedMs) && node.expectedMs >= 0, 'The expected time', 'a number of ms, 0 or more')
  expect(node.timeoutMs === undefined || node.timeoutMs > 0, 'The time-out', 'a number of ms above 0')
  for (const { name, amount } of node.resources) {
    expect(Number.isFinite(amount) && amount > 0, `The amount of “${name}”`, 'a number above 0')
  }
  if (node.retry) {
    expect(Number.isInteger(node.retry.attempts) && node.retry.attempts > 0, 'The number of attempts', 'a whole number, 1 or more')
    expect(node.retry.delayMs >= 0, 'The delay before a retry', 'a number of ms, 0 or more')
  }
  for (const name of node.optional ?? []) expect(node.inputs.includes(name), `The optional “${name}”`, 'one of its inputs')
  if (node.over !== undefined) expect(node.inputs.includes(node.over), `The list “${node.over}”`, 'one of its inputs')
  return problems
}
