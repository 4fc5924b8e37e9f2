import type { CommandAgent, CommandDefinition, CommandPhase } from '../../../shared/command-definition.ts'
import type { LibraryProblem } from '../../../shared/library.ts'
import { say } from '../../../shared/sentence.ts'
import { libraryProblem } from '../library-problem.ts'

/** One agent of a definition at its place. */
export interface Step {
  /** The id of its stage. */
  readonly id: string
  readonly agent: CommandAgent
  readonly phase: CommandPhase
  /** The place of its phase. */
  readonly phaseAt: number
  readonly place: string
}

/** The steps of a definition in their order, each with an id that a stage can have. Ids that are there twice are problems. */
export function stepsOf({ phases }: CommandDefinition, problems: LibraryProblem[]): Step[] {
  const taken = new Set<string>()
  const written = new Set<string>()
  return phases.flatMap((phase, phaseAt) =>
    phase.agents.map((agent, at): Step => {
      const place = `phases.${phaseAt}.agents.${at}`
      if (written.has(agent.id)) problems.push(libraryProblem('error', `${place}.id`, say('command.same-id', { agent: agent.id })))
      written.add(agent.id)
      return { id: stageId(agent.id, taken), agent, phase, phaseAt, place }
    }),
  )
}

/** An id for a stage that none of `taken` has; it is added to them. */
export function stageId(written: string, taken: Set<string>): string {
  const plain = written
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 50)
  const base = /^[a-z]/.test(plain) ? plain : `step${plain === '' ? '' : `_${plain}`}`
  let id = base
  for (let number = 2; taken.has(id); number += 1) id = `${base}_${number}`
  taken.add(id)
  return id
}
