import type { CommandDefinition } from '../../../shared/command-definition.ts'
import type { Stage } from '../../../shared/pipeline.ts'
import type { Step } from './definition-steps.ts'

/** Places of a resource that several may read at once and whose number nobody set. */
const READERS = 64

/** Resources of a definition and what each step takes of them. */
export interface StepLocks {
  readonly resources: Record<string, number>
  of(step: Step): Stage['resources']
}

/** Locks, and the most steps of a phase at a time, as resources. */
export function stepLocks(command: string, { resourceManagement, phases }: CommandDefinition, steps: readonly Step[]): StepLocks {
  const resources = new Map((resourceManagement?.globalLocks ?? []).map((lock) => [lock.resourceId, lock.maxConcurrent]))
  for (const { agent } of steps) {
    for (const { resourceId, mode, type } of agent.locks) {
      if (/^(?:shared|read)$/.test(mode ?? type ?? '') && !resources.has(resourceId)) resources.set(resourceId, READERS)
    }
  }
  const crowded = new Map<number, string>()
  for (const [at, phase] of phases.entries()) {
    const { enabled = true, maxConcurrent } = phase.parallelism ?? {}
    const most = enabled ? maxConcurrent : 1
    if (most === undefined || most === null || most >= phase.agents.length) continue
    const name = `${command}, ${phase.id ?? `phase ${at + 1}`}`
    crowded.set(at, name)
    resources.set(name, most)
  }
  return {
    resources: Object.fromEntries(resources),
    of: ({ agent, phaseAt }) => {
      const needs = new Map<string, number>()
      for (const { resourceId, mode, type } of agent.locks) {
        const all = /^(?:exclusive|write)$/.test(mode ?? type ?? '')
        needs.set(resourceId, all ? (resources.get(resourceId) ?? 1) : 1)
      }
      const crowd = crowded.get(phaseAt)
      if (crowd !== undefined) needs.set(crowd, 1)
      return [...needs].map(([name, amount]) => ({ name, amount }))
    },
  }
}
