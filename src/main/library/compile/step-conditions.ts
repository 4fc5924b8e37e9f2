import { translateCondition, withSteps } from './condition.ts'
import type { Step } from './definition-steps.ts'
import { pathStep } from './template-text.ts'

/** Conditions of the steps, and which fields of which steps they read: those steps must answer with such fields. */
export interface StepConditions {
  readonly expressions: ReadonlyMap<string, string>
  /** Conditions that are words: the agent itself decides by them. */
  readonly words: ReadonlyMap<string, readonly string[]>
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>
}

/** Names under which definitions keep what steps have given. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'context',
  'shared',
  'outputs',
  'output',
  'results',
  'result',
  'agents',
  'stages',
  'steps',
  'phases',
])
const ABOUT_ITS_END: ReadonlySet<string> = new Set(['status', 'state', 'success', 'succeeded', 'completed'])

/** Reads the conditions of all steps, with those of their phases. */
export function stepConditions(steps: readonly Step[]): StepConditions {
  const expressions = new Map<string, string>()
  const words = new Map<string, string[]>()
  const fields = new Map<string, Set<string>>()
  const byWritten = new Map(steps.map((step) => [step.agent.id, step]))
  for (const step of steps) {
    const find = (path: readonly string[]) => findPath(path, step, steps, byWritten, fields)
    const found: string[] = []
    for (const condition of [step.phase.condition, step.agent.condition]) {
      if (condition === null || condition === undefined || condition === true || condition === '') continue
      const expression = condition === false ? 'false' : translateCondition(condition, find)
      if (expression !== null) found.push(expression)
      else words.set(step.id, [...(words.get(step.id) ?? []), String(condition)])
    }
    if (found.length > 0) expressions.set(step.id, found.length === 1 ? (found[0] ?? '') : found.map((each) => `(${each})`).join(' and '))
  }
  return { expressions, words, fields }
}

function findPath(
  written: readonly string[],
  step: Step,
  steps: readonly Step[],
  byWritten: ReadonlyMap<string, Step>,
  fields: Map<string, Set<string>>,
) {
  const [head = ''] = written
  if (/^(?:input|inputs|args|arguments|params)$/.test(head)) return { expression: withSteps('input', written.slice(1)), whether: null }
  const [name = '', ...rest] = CONTAINERS.has(head) && written.length > 1 ? written.slice(1) : written
  const need = (id: string, field: string) => fields.set(id, (fields.get(id) ?? new Set()).add(field))
  const producer = steps.find((other) => other.id !== step.id && other.agent.context.outputs.some(({ key }) => key === name))
  if (producer !== undefined) {
    need(producer.id, name)
    return { expression: withSteps(`stages.${producer.id}.${pathStep(name)}`, rest), whether: null }
  }
  const agent = byWritten.get(name)
  if (agent === undefined || agent.id === step.id) return null
  const stage = `stages.${agent.id}`
  const [field, ...deeper] = CONTAINERS.has(rest[0] ?? '') && rest.length > 1 ? rest.slice(1) : rest
  if (field === undefined || (deeper.length === 0 && ABOUT_ITS_END.has(field)))
    return { expression: `$exists(${stage})`, whether: `$exists(${stage})` }
  need(agent.id, field)
  return { expression: withSteps(`${stage}.${pathStep(field)}`, deeper), whether: null }
}
