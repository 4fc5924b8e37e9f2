import type { AttachmentRef } from '../../../shared/model.ts'
import type { Stage } from '../../../shared/pipeline.ts'
import { expressionsOf } from './expressions-of.ts'
import type { ReadExpression } from './services.ts'
import type { StageRun } from './stage-run.ts'

/** The files that came with the input, where the stage reads the input: they are a part of it. */
export async function attachedFiles({ ground, stage }: StageRun): Promise<readonly AttachmentRef[]> {
  if (ground.attachments.length === 0) return []
  return readsInput(stage, await ground.services.reader()) ? ground.attachments : []
}

/** Whether any expression of the stage reads what the pipeline was given. */
export function readsInput(stage: Stage, read: ReadExpression): boolean {
  return expressionsOf(stage).some(({ text }) => read(text).names.has('input'))
}
