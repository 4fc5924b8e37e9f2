import type { CommandDefinition } from '../../../shared/command-definition.ts'
import type { LibraryProblem } from '../../../shared/library.ts'
import { inspectGraph } from '../../kernel/dag/build.ts'
import { NODE_DEFAULTS } from '../../kernel/dag/node.ts'
import { describeProblem } from '../../kernel/dag/problem.ts'
import { libraryProblem } from '../library-problem.ts'
import { stepsOf } from './definition-steps.ts'
import { linkSteps } from './link-steps.ts'

/** Why a definition cannot run: ids that are there twice, dependencies on nobody, steps that wait for each other. */
export function definitionFlaws(definition: CommandDefinition): LibraryProblem[] {
  const flaws: LibraryProblem[] = []
  const steps = stepsOf(definition, flaws)
  const links = linkSteps(steps, flaws)
  if (flaws.length > 0) return flaws
  const names = new Map(steps.map(({ id, agent }) => [id, plain(agent.id)]))
  const nodes = steps.map(({ id }) => {
    const { inputs = new Map<string, readonly string[]>(), after = [] } = links.get(id) ?? {}
    const before = new Set([...[...inputs.values()].flat(), ...after])
    return { ...NODE_DEFAULTS, id: names.get(id) ?? id, dependsOn: [...before].map((from) => names.get(from) ?? from) }
  })
  return inspectGraph(nodes, { given: [] }).problems.map((problem) => libraryProblem('error', 'phases', describeProblem(problem)))
}

/** Without what a node's id may not hold. */
function plain(id: string): string {
  return id.replace(/[/[\]]/g, '-')
}
