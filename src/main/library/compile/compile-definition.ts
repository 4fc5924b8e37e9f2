import type { CommandDefinition } from '../../../shared/command-definition.ts'
import type { LibraryProblem } from '../../../shared/library.ts'
import { Pipeline, type Stage } from '../../../shared/pipeline.ts'
import { say } from '../../../shared/sentence.ts'
import { expectedMs, readDuration } from '../durations.ts'
import type { DefinitionItem } from '../library-item.ts'
import { libraryProblem } from '../library-problem.ts'
import { compensationOf } from './compensation.ts'
import type { CompileGround } from './compile-ground.ts'
import type { Compiled } from './compiled.ts'
import { type Step, stepsOf } from './definition-steps.ts'
import { linkSteps } from './link-steps.ts'
import { outputOf } from './pipeline-output.ts'
import { redundantSteps } from './redundant-steps.ts'
import { resolveModel, resolveTools } from './resolve-names.ts'
import { type SharedKeys, sharedKeys } from './shared-keys.ts'
import { stepConditions } from './step-conditions.ts'
import { stepLocks } from './step-locks.ts'
import { stepPrompt } from './step-prompt.ts'

const USUAL_MS = 30_000
const ATTEMPTS = 4
const PRIORITIES: Readonly<Record<string, number>> = { critical: 20, highest: 20, high: 10, medium: 0, normal: 0, low: -10, lowest: -20 }

/** A definition as a graph of stages: phases, dependencies and shared context say who waits for whom, and nothing else does. */
export function compileDefinition({ name, definition, problems: read }: DefinitionItem, ground: CompileGround): Compiled {
  const problems: LibraryProblem[] = []
  // What cannot run at all was found as it was read.
  const flaws: LibraryProblem[] = []
  const steps = stepsOf(definition, flaws)
  const shared = sharedKeys(definition, steps)
  const all = [...shared.steps, ...steps]
  const links = linkSteps(all, flaws)
  const conditions = stepConditions(all)
  const locks = stepLocks(name, definition, steps)
  const once = redundantSteps(all, problems)
  const labels = new Map(all.map((step) => [step.id, step.agent.id]))
  if (definition.saga?.enabled === true && !/^reverse|^$/i.test(definition.saga.compensationOrder ?? '')) {
    problems.push(libraryProblem('note', 'saga.compensationOrder', say('command.undone')))
  }
  const stages = all.map((step) => {
    const { agent, id, place } = step
    const stepLinks = links.get(id) ?? { inputs: new Map(), given: [], after: [] }
    const fields = fieldsOf(step, conditions.fields)
    const model = resolveModel(agent.model ?? null, `${place}.model`, ground, problems)
    const known = typeof agent.type === 'string' && ground.hasAgent(agent.type)
    if (typeof agent.type === 'string' && !known) {
      problems.push(libraryProblem('note', `${place}.type`, say('command.no-agent', { agent: agent.type })))
    }
    const prompt = stepPrompt({
      step,
      links: stepLinks,
      fields,
      words: conditions.words.get(id) ?? [],
      source: (from, key) => ({ label: labels.get(from) ?? from, field: conditions.fields.has(from) ? key : null }),
    })
    const condition = conditions.expressions.get(id)
    const timeoutMs = agent.timeoutMs ?? (agent.timeout === null || agent.timeout === undefined ? null : readDuration(agent.timeout))
    return {
      id,
      label: agent.id.slice(0, 120),
      processor: {
        type: 'prompt',
        prompt,
        maxOutputTokens: 4096,
        ...(known || typeof agent.type !== 'string' ? {} : { system: systemOf(agent.type) }),
        ...(fields.length === 0 ? {} : { output: 'json', schema: { type: 'object', required: fields } }),
      },
      parallel: true,
      after: [...stepLinks.after],
      ...(condition === undefined ? {} : { condition }),
      retry: { attempts: agent.retry?.attempts ?? agent.retry?.maxAttempts ?? ATTEMPTS, delayMs: 1_000 },
      ...(timeoutMs === null || timeoutMs < 1 ? {} : { timeoutMs }),
      ...cacheOf(step, shared),
      ...(once.has(id) ? { once: { key: once.get(id) } } : {}),
      tools: resolveTools(agent.tools, `${place}.tools`, ground, problems),
      ...(model === null ? {} : { model }),
      ...(known ? { agent: agent.type } : {}),
      ...compensationOf(step, definition, ground),
      resources: locks.of(step),
      priority: priorityOf(agent.priority),
      expectedMs: expectedMs(agent) ?? USUAL_MS,
    }
  })
  const pipeline = Pipeline.parse({
    id: `command:${name}`.slice(0, 80),
    name: name.slice(0, 120),
    description: definition.description.slice(0, 10_000),
    stages,
    ...outputOf(all, links),
    limit: 16,
    resources: locks.resources,
  })
  return { pipeline, problems: [...read, ...problems] }
}

/** Every output of a step that conditions read: its answer is then an object. */
function fieldsOf({ id, agent }: Step, read: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const asked = read.get(id)
  return asked === undefined ? [] : [...new Set([...agent.context.outputs.map(({ key }) => key), ...asked])]
}

/** What is shared beyond the run is kept for as long as it holds; the same question then has the same answer. */
function cacheOf({ agent }: Step, { kept }: SharedKeys): Partial<Pick<Stage, 'cache'>> {
  const times = agent.context.outputs.flatMap(({ key }) => kept.get(key) ?? [])
  return times.length === 0 ? {} : { cache: { ttlMs: Math.min(...times) } }
}

function systemOf(type: string): string {
  return `You are a specialist: ${type.replaceAll(/[-_]+/g, ' ')}. Do your part of a larger piece of work with care, and say what you are not sure of.`
}

function priorityOf(written: CommandDefinition['phases'][number]['agents'][number]['priority']): number {
  if (written === null || written === undefined) return 0
  const number = typeof written === 'number' ? written : (PRIORITIES[written.toLowerCase()] ?? Number(written))
  return Number.isFinite(number) ? Math.max(-100, Math.min(100, Math.round(number))) : 0
}
