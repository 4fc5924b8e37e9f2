import { z } from 'zod'
import { PipelineId, RunId } from '../ids.ts'
import { Micros } from '../money.ts'
import { Pipeline, PipelineCheck, PipelineReading, PipelineSummary } from '../pipeline.ts'
import { base } from './base.ts'

/** Text of a pipeline is read up to this length; nobody writes more by hand. */
const MAX_TEXT = 5_000_000

const Start = z.object({
  /** The pipeline as it stands, saved or not: a run keeps the one that it was started with. */
  pipeline: Pipeline,
  input: z.unknown(),
  vars: z.record(z.string(), z.unknown()).default({}),
  budgetMicros: Micros.nullable().default(null),
  allowNoPrice: z.boolean().default(false),
})

/** Pipelines: saved, checked, run, exchanged as files. */
export const pipelinesContract = {
  list: base.output(z.array(PipelineSummary)),
  get: base.input(z.object({ id: PipelineId })).output(Pipeline),
  /** Also one with problems, so that no work is lost; only a run refuses it. */
  save: base.input(Pipeline).output(PipelineSummary),
  remove: base.input(z.object({ id: PipelineId })),
  /** Problems, links and expected time; quick, called while the user edits. */
  check: base.input(Pipeline).output(PipelineCheck),
  /** What the calls of one run can cost at most; null where a model has no price or a stage is mapped over a list. */
  estimate: base.input(Start.pick({ pipeline: true, input: true })).output(z.object({ atMostMicros: Micros.nullable() })),
  run: base.input(Start).output(z.object({ runId: RunId })),
  /** Reads JSON or YAML; nothing is saved. */
  read: base.input(z.object({ text: z.string().max(MAX_TEXT) })).output(PipelineReading),
  write: base.input(z.object({ pipeline: Pipeline, format: z.enum(['json', 'yaml']) })).output(z.object({ text: z.string() })),
  /** The JSON Schema that files are checked against. */
  schema: base.output(z.record(z.string(), z.unknown())),
}
