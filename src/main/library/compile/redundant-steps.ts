import type { LibraryProblem } from '../../../shared/library.ts'
import { say } from '../../../shared/sentence.ts'
import { libraryProblem } from '../library-problem.ts'
import type { Step } from './definition-steps.ts'

/** Steps that ask the same of the same agent with the same inputs do it once: by id, the key that they share. */
export function redundantSteps(steps: readonly Step[], problems: LibraryProblem[]): Map<string, string> {
  const groups = new Map<string, Step[]>()
  for (const step of steps) {
    const { type, task, description, context, tools, model, deliverables, condition } = step.agent
    if (typeof (task ?? description) !== 'string') continue
    const inputs = context.inputs.map(({ key }) => key).toSorted()
    const asked = JSON.stringify([type ?? null, task ?? description, inputs, tools, model ?? null, deliverables, condition ?? null])
    groups.set(asked, [...(groups.get(asked) ?? []), step])
  }
  const keys = new Map<string, string>()
  for (const same of groups.values()) {
    const [first, ...others] = same
    if (first === undefined || others.length === 0) continue
    for (const { id } of same) keys.set(id, `step ${first.id}`)
    const names = others.map(({ agent }) => agent.id)
    problems.push(libraryProblem('note', first.place, say('command.same-work', { others: names, first: first.agent.id })))
  }
  return keys
}
