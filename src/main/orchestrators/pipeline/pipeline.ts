import { z } from 'zod'
import { AttachmentRef } from '../../../shared/model.ts'
import { Pipeline } from '../../../shared/pipeline.ts'
import type { Outcome } from '../../../shared/run.ts'
import { say } from '../../../shared/sentence.ts'
import { told } from '../../../shared/sentences/told.ts'
import type { Orchestrator } from '../../kernel/context.ts'
import { executePipeline } from './execute-pipeline.ts'
import type { PipelineServices } from './services.ts'
import { textOf } from './template.ts'

/** The pipeline goes along whole, so that a run stays what it was when the pipeline is edited. */
export const PipelineInput = z.object({
  pipeline: Pipeline,
  input: z.unknown(),
  vars: z.record(z.string(), z.unknown()).default({}),
  /** Files that came with the input; who reads the input is handed them too. */
  attachments: z.array(AttachmentRef).default([]),
})
export type PipelineInput = z.infer<typeof PipelineInput>

export const PIPELINE = { id: 'pipeline', version: 1 } as const

/** Runs the stages of a pipeline; its output, as text, is the answer. */
export function pipelineOrchestrator(services: PipelineServices): Orchestrator<PipelineInput, Outcome> {
  return {
    ...PIPELINE,
    input: PipelineInput,
    run: async (ctx, input) => {
      const answer = textOf(await executePipeline(ctx, services, input, ''))
      const { stages } = input.pipeline
      const summary = say('pipeline.done', { pipeline: input.pipeline.name, n: stages.length })
      return { answer, kind: 'computed', by: null, groups: [], agreement: null, ...told({ summary }) }
    },
  }
}
