import type { TuttiError } from '../../../shared/errors.ts'
import type { Stage } from '../../../shared/pipeline.ts'
import { say } from '../../../shared/sentence.ts'
import { failure } from '../../../shared/sentences/told.ts'
import type { RunContext } from '../../kernel/context.ts'
import { expand } from '../../kernel/dag/expansion.ts'
import { NODE_DEFAULTS } from '../../kernel/dag/node.ts'
import { skip } from '../../kernel/dag/skip.ts'
import type { WorkNode } from '../../kernel/run-dag.ts'
import { runStage } from './run-stage.ts'
import { stageLinks } from './stage-links.ts'
import type { StageGround } from './stage-run.ts'
import { type Scope, StageScope } from './stage-scope.ts'

export interface StagesResult {
  /** By id. */
  readonly stages: Scope
  /** What the last stage gave that ran. */
  readonly last: unknown
  /** The first failure where the pipeline is content with what there is. */
  readonly failure: TuttiError | null
}

/** Runs stages as a graph: each starts the moment what it reads and waits for has ended. Throws the first failure. */
export async function runStages(ctx: RunContext, ground: StageGround, stages: readonly Stage[]): Promise<StagesResult> {
  const { pipeline, services } = ground
  const links = stageLinks(stages, await services.reader())
  const byId = new Map(stages.map((stage) => [stage.id, stage]))
  const ids = new Set(byId.keys())
  const earlier = earlierValues(ground)
  const nodes = stages.map((stage): WorkNode => {
    const { reads = [], waitsFor = [] } = links.get(stage.id) ?? {}
    const inputs = reads.filter((id) => ids.has(id))
    return {
      ...NODE_DEFAULTS,
      ...limitsOf(stage),
      id: stage.id,
      label: stage.label ?? stage.id,
      inputs,
      // A stage whose condition did not hold gives nothing, and who reads it finds nothing.
      optional: inputs,
      outputs: [stage.id],
      dependsOn: waitsFor.filter((id) => ids.has(id)),
      priority: stage.priority,
      expectedMs: stage.expectedMs,
      run: (branch, values) => startStage(branch, ground, stage, { ...earlier, ...values }),
    }
  })
  const result = await ctx.dag(nodes, {
    limit: pipeline.limit,
    policy: pipeline.onFailure,
    capacities: Object.fromEntries(Object.entries(pipeline.resources).map(([name, places]) => [lockName(name), places])),
    retry: ({ id }, error, attempt) => delayBefore(byId.get(id.replace(/\[.*$/, '')), error, attempt, services.random()),
  })
  if (result.error !== null && result.state !== 'partial') throw result.error
  const last = stages.findLast(({ id }) => result.values[id] !== undefined)
  return {
    stages: { ...earlier, ...result.values },
    last: last === undefined ? null : result.values[last.id],
    failure: result.error,
  }
}

/** The stages outside of a loop that its body may read. */
function earlierValues({ values }: StageGround): Scope {
  const { stages } = values
  return typeof stages === 'object' && stages !== null ? { ...stages } : {}
}

/** Runs a stage, unless its condition says no; one that is mapped over a list becomes a node an item. */
async function startStage(ctx: RunContext, ground: StageGround, stage: Stage, values: Scope) {
  const scope = new StageScope(ctx, ground.services.computing, { ...ground.values, stages: values })
  if (stage.condition !== undefined && (await scope.value('condition', `$boolean(${stage.condition})`)) !== true) {
    return skip(say('stage.condition', { condition: stage.condition }))
  }
  if (stage.over === undefined) return { [stage.id]: await runStage(ctx, ground, stage, values) }
  const items: unknown = await scope.value('over', `$append([], (${stage.over}))`)
  if (!Array.isArray(items)) throw failure('invalid-input', say('stage.no-list', { stage: stage.id, over: stage.over }))
  const children = items.map(
    (item: unknown, index): WorkNode => ({
      ...NODE_DEFAULTS,
      ...limitsOf(stage),
      id: String(index),
      label: `${stage.label ?? stage.id} ${index + 1}`,
      outputs: [stage.id],
      priority: stage.priority,
      expectedMs: stage.expectedMs,
      run: async (branch) => ({ [stage.id]: await runStage(branch, ground, stage, values, { item, index }) }),
    }),
  )
  return expand(children, (ended) => ({ [stage.id]: ended.map(({ outputs }) => outputs[stage.id]) }))
}

function limitsOf({ timeoutMs, resources }: Stage): Pick<WorkNode, 'timeoutMs' | 'resources'> {
  const needs = resources.map(({ name, amount }) => ({ name: lockName(name), amount }))
  return timeoutMs === undefined ? { resources: needs } : { resources: needs, timeoutMs }
}

/** Apart from the names under which the kernel counts vendors' accounts: a pipeline sets none of their limits. */
function lockName(name: string): string {
  return `lock:${name}`
}

/** Exponential back-off with jitter, never sooner than the vendor asked for; null: no further attempt. */
function delayBefore(stage: Stage | undefined, error: TuttiError, attempt: number, random: number): number | null {
  const retry = stage?.retry
  if (retry === undefined || attempt >= retry.attempts) return null
  if (retry.on.length === 0 ? !error.retryable : !retry.on.includes(error.code)) return null
  const wait = retry.delayMs * 2 ** (attempt - 1)
  return Math.max(wait * (1 - retry.jitter * random), error.retryAfterMs ?? 0)
}
