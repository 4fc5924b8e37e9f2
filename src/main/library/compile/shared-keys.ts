import type { CommandDefinition } from '../../../shared/command-definition.ts'
import { CommandAgent } from '../../../shared/command-definition.ts'
import { readDuration } from '../durations.ts'
import { type Step, stageId } from './definition-steps.ts'

const USUAL_TTL_MS = 3_600_000
/** From here a bare number is taken for ms: no context holds for eleven days. */
const TTL_MS_FROM = 1_000_000

export interface SharedKeys {
  /** Steps of their own for what several need and no step gives. */
  readonly steps: readonly Step[]
  /** Keys that outlive a run, with how long they hold, in ms. */
  readonly kept: ReadonlyMap<string, number>
}

/** The shared context of a definition: each key is worked out once, by the step that gives it or by one of its own. */
export function sharedKeys(definition: CommandDefinition, steps: readonly Step[]): SharedKeys {
  const shared = definition.context?.shared ?? []
  const given = new Set(steps.flatMap(({ agent }) => agent.context.outputs.map(({ key }) => key)))
  const asked = new Set(steps.flatMap(({ agent }) => agent.context.inputs.map(({ key }) => key)))
  const taken = new Set(steps.map(({ id }) => id))
  const own: Step[] = []
  const kept = new Map<string, number>()
  for (const [at, entry] of shared.entries()) {
    const { key } = entry
    if ('scope' in entry && /^(?:conversation|project|global|session|persistent)$/i.test(entry.scope ?? '')) {
      kept.set(key, (entry.ttl === null || entry.ttl === undefined ? null : readDuration(entry.ttl, TTL_MS_FROM)) ?? USUAL_TTL_MS)
    }
    if (given.has(key) || !asked.has(key) || !('task' in entry) || typeof entry.task !== 'string') continue
    const { ttl: _, scope: __, key: ___, ...rest } = entry
    const agent = CommandAgent.parse({ ...rest, id: key, context: { outputs: [key] } })
    own.push({ id: stageId(key, taken), agent, phase: { dependencies: [], agents: [] }, phaseAt: -1, place: `context.shared.${at}` })
  }
  return { steps: own, kept }
}
