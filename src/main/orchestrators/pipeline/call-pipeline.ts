import { TuttiError } from '../../../shared/errors.ts'
import type { Processor } from '../../../shared/pipeline.ts'
import { attachedFiles } from './attached-files.ts'
import { executePipeline } from './execute-pipeline.ts'
import type { StageRun } from './stage-run.ts'

/** Pipelines within pipelines; more is taken for one that calls itself without end. */
const DEEPEST = 10

/** Runs another pipeline as a part of this run, with the stage's own input. */
export async function callPipeline(run: StageRun, processor: Extract<Processor, { type: 'pipeline' }>): Promise<unknown> {
  const { services, prefix } = run.ground
  if (prefix.split('/').length > DEEPEST) {
    throw new TuttiError('invalid-input', `Pipelines call each other more than ${DEEPEST} deep. Does ${processor.pipeline} call itself?`)
  }
  const pipeline = services.pipeline(processor.pipeline)
  const vars = await run.scope.evaluate(processor.vars)
  const attachments = [...(await attachedFiles(run))]
  return executePipeline(run.ctx, services, { pipeline, input: run.input, vars, attachments }, `${prefix}${run.name}/`)
}
