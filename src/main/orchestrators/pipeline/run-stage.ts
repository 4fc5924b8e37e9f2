import type { Stage } from '../../../shared/pipeline.ts'
import { say } from '../../../shared/sentence.ts'
import type { RunContext } from '../../kernel/context.ts'
import { digestOf } from '../../kernel/digest.ts'
import { attachedFiles } from './attached-files.ts'
import { keepValue } from './keep-value.ts'
import { process } from './processors/process.ts'
import type { StageGround, StageRun } from './stage-run.ts'
import { type Scope, StageScope } from './stage-scope.ts'

/** The item that a stage runs for, where it is mapped over a list. */
export interface StageItem {
  readonly item: unknown
  readonly index: number
}

/** Runs one stage, or one item of it: its input, what was done before, its work, its output, and how it is undone. */
export async function runStage(ctx: RunContext, ground: StageGround, stage: Stage, values: Scope, item?: StageItem): Promise<unknown> {
  const outer = new StageScope(ctx, ground.services.computing, { ...ground.values, ...item, stages: values })
  const input = await outer.evaluate(Object.fromEntries(Object.entries(stage.input).map(([name, text]) => [`input.${name}`, text])))
  const named = Object.fromEntries(Object.keys(stage.input).map((name) => [name, input[`input.${name}`]]))
  const name = `${ground.prefix}${stage.id}${item === undefined ? '' : `[${item.index}]`}`
  const run: StageRun = { ground, stage, ctx, scope: outer.with(named), input: named, name }
  const result = await onceAsked(run, () => cached(run, () => process(run, stage.processor)))
  const value = stage.output === undefined ? result : await run.scope.with({ result }).value('output', stage.output)
  const { compensation } = stage
  if (compensation) {
    ctx.compensate(name, {
      key: `undo ${name}`,
      run: async (undoing) => {
        const scope = new StageScope(undoing, ground.services.computing, { ...run.scope.values, result: value })
        await process({ ...run, ctx: undoing, scope }, compensation)
      },
    })
  }
  await keepValue(run, value)
  return value ?? null
}

/** Work that several stages ask for under one key is done by the first of them. */
async function onceAsked(run: StageRun, work: () => Promise<unknown>): Promise<unknown> {
  const { once } = run.stage
  if (once === undefined) return work()
  const key = await run.scope.text('once.key', once.key)
  return run.ctx.memory.once(key, work, { scope: once.scope, ...(once.ttlMs === undefined ? {} : { ttlMs: once.ttlMs }) })
}

/** A result of an earlier run with the same key is handed back; the look-up is journaled, so that a resumed run finds the same. */
async function cached(run: StageRun, work: () => Promise<unknown>): Promise<unknown> {
  const { stage, ground, ctx, scope, input } = run
  if (stage.cache === undefined) return work()
  const { processor, model, preset, agent, tools } = stage
  const asked = stage.cache.key === undefined ? { input, said: await promptOf(run) } : await scope.value('cache.key', stage.cache.key)
  const files = (await attachedFiles(run)).map(({ id }) => id)
  const key = digestOf({
    pipeline: ground.pipeline.id,
    processor,
    model,
    preset,
    agent,
    tools,
    asked,
    ...(files.length > 0 ? { files } : {}),
  })
  const found = await ctx.step('cache', async () => ({ value: ground.services.cache.get(key) }))
  if (found.value !== undefined) {
    ctx.note({ title: say('stage.there', { stage: stage.label ?? stage.id }), reason: say('stage.there.why'), chosen: [], among: [] })
    return found.value
  }
  const value = await work()
  ground.services.cache.set(key, value, stage.cache.ttlMs)
  return value
}

/** A prompt may read more than the stage's own input. */
async function promptOf({ stage, scope }: StageRun): Promise<string> {
  return stage.processor.type === 'prompt' ? scope.text('prompt', stage.processor.prompt) : ''
}
