import { say, wordsIn } from '../../../shared/sentence.ts'
import { failure, wordsOf } from '../../../shared/sentences/told.ts'
import type { RunContext } from '../../kernel/context.ts'
import { checkPipeline } from './check-pipeline.ts'
import type { PipelineInput } from './pipeline.ts'
import { checkValue } from './processors/validate.ts'
import { runStages } from './run-stages.ts'
import type { PipelineServices } from './services.ts'
import { StageScope } from './stage-scope.ts'

/** Runs a pipeline within a run; gives its output. Throws before anything is asked where it cannot work. */
export async function executePipeline(
  ctx: RunContext,
  services: PipelineServices,
  { pipeline, input, vars, attachments }: PipelineInput,
  prefix: string,
): Promise<unknown> {
  const problems = checkPipeline(pipeline, await services.reader()).filter(({ level }) => level === 'error')
  const [first] = problems
  if (first) {
    const where = [first.stage, first.field].filter(Boolean).join('.')
    const about = { pipeline: pipeline.name, problem: wordsIn(first, 'message') }
    const refused = where === '' ? say('pipeline.refused', about) : say('pipeline.refused-at', { ...about, place: where })
    throw failure('invalid-input', refused, {
      data: { problems: problems.length, field: where },
    })
  }
  const values = { input: input ?? null, vars: { ...pipeline.vars, ...vars } }
  const ground = { pipeline, services, prefix, values, attachments }
  if (pipeline.input) await checkValue({ ctx, ground }, input, pipeline.input)
  const { stages, last, failure: failed } = await runStages(ctx, ground, pipeline.stages)
  if (failed) ctx.note({ title: say('stage.unfinished'), reason: wordsOf(failed), chosen: [], among: [] })
  if (pipeline.output === undefined) return last
  return new StageScope(ctx, services.computing, { ...values, stages }).value('output', pipeline.output)
}
