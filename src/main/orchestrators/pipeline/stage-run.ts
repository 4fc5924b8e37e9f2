import type { AttachmentRef } from '../../../shared/model.ts'
import type { Pipeline, Stage } from '../../../shared/pipeline.ts'
import type { RunContext } from '../../kernel/context.ts'
import type { PipelineServices } from './services.ts'
import type { Scope, StageScope } from './stage-scope.ts'

/** The ground on which the stages of one pipeline, or of one round of a loop, run. */
export interface StageGround {
  readonly pipeline: Pipeline
  readonly services: PipelineServices
  /** Stands before the ids of stages in names that must be unique within a run. */
  readonly prefix: string
  /** What every stage may read. */
  readonly values: Scope
  /** Files that came with the input. */
  readonly attachments: readonly AttachmentRef[]
}

/** One stage at work, or one item of a stage that is mapped over a list. */
export interface StageRun {
  readonly ground: StageGround
  readonly stage: Stage
  readonly ctx: RunContext
  /** With the stage's own input. */
  readonly scope: StageScope
  /** The stage's own input. */
  readonly input: Scope
  /** The stage's id, with the place of its item: unique within the run. */
  readonly name: string
}
