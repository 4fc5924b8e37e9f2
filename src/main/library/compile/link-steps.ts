import type { LibraryProblem } from '../../../shared/library.ts'
import { say } from '../../../shared/sentence.ts'
import { libraryProblem } from '../library-problem.ts'
import type { Step } from './definition-steps.ts'

/** What a step takes from which others, and whom it waits for besides. */
export interface StepLinks {
  /** By key, the ids of those that give it. */
  readonly inputs: ReadonlyMap<string, readonly string[]>
  /** Keys that no step gives. */
  readonly given: readonly string[]
  readonly after: readonly string[]
}

/**
 * Who waits for whom. What a step says it needs, by dependencies or inputs, is its order; a step that says nothing waits for the whole phase
 * before its own, and in a sequential phase also for the step before it.
 */
export function linkSteps(steps: readonly Step[], problems: LibraryProblem[]): Map<string, StepLinks> {
  const find = finder(steps)
  const producers = producersOf(steps)
  return new Map(
    steps.map((step, at) => {
      const inputs = new Map<string, readonly string[]>()
      const given: string[] = []
      for (const { key } of step.agent.context.inputs) {
        const found = givesTo(step, at, producers.get(key) ?? [])
        if (found.length > 0) inputs.set(key, found)
        else given.push(key)
      }
      const named = step.agent.dependencies.flatMap((name, place) => {
        const found = find(name)
        if (found.length === 0) {
          const others = steps.slice(0, 20).map(({ agent }) => agent.id)
          problems.push(libraryProblem('error', `${step.place}.dependencies.${place}`, say('command.no-step', { step: name, others })))
        }
        return found
      })
      const after = new Set(named)
      const behindPhases = step.phase.dependencies.flatMap((name) => find(name)).filter((id) => id !== step.id)
      for (const id of behindPhases) after.add(id)
      if (named.length + behindPhases.length + inputs.size === 0) for (const id of phaseBefore(steps, step)) after.add(id)
      const previous = steps[at - 1]
      if (step.phase.sequential === true && previous?.phaseAt === step.phaseAt) after.add(previous.id)
      return [step.id, { inputs, given, after: [...after] }]
    }),
  )
}

/** Steps by their id, those of a phase by its id, or the only step of an agent. */
function finder(steps: readonly Step[]): (name: string) => string[] {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  const byName = (nameOf: (step: Step) => string | null | undefined) => {
    const groups = new Map<string, string[]>()
    for (const step of steps) {
      const name = nameOf(step)
      if (typeof name === 'string') groups.set(plain(name), [...(groups.get(plain(name)) ?? []), step.id])
    }
    return groups
  }
  const ids = byName(({ agent }) => agent.id)
  const phases = byName(({ phase }) => phase.id ?? phase.name)
  const types = byName(({ agent }) => agent.type)
  return (name) => {
    const wanted = plain(name)
    const last = plain(name.split(/[./]/).at(-1) ?? name)
    const only = types.get(wanted)
    return ids.get(wanted) ?? phases.get(wanted) ?? ids.get(last) ?? (only?.length === 1 ? only : [])
  }
}

function producersOf(steps: readonly Step[]): Map<string, { id: string; at: number }[]> {
  const producers = new Map<string, { id: string; at: number }[]>()
  for (const [at, { id, agent }] of steps.entries()) {
    for (const { key } of agent.context.outputs) producers.set(key, [...(producers.get(key) ?? []), { id, at }])
  }
  return producers
}

/** Who gives a key to a step: those before it where there are any, so that a step may give on in a better form what it was given. */
function givesTo(step: Step, at: number, producers: readonly { id: string; at: number }[]): string[] {
  const others = producers.filter(({ id }) => id !== step.id)
  const before = others.filter((producer) => producer.at < at)
  const isRefined = others.length < producers.length
  return (before.length > 0 || isRefined ? before : others).map(({ id }) => id)
}

function phaseBefore(steps: readonly Step[], { phaseAt }: Step): string[] {
  const before = Math.max(-1, ...steps.map((step) => step.phaseAt).filter((at) => at < phaseAt))
  return steps.filter((step) => step.phaseAt === before).map(({ id }) => id)
}
