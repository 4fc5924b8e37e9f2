import type { Processor } from '../../../../shared/pipeline.ts'
import type { StageRun } from '../stage-run.ts'

/** Runs code over the stage's own input; journaled, for code may read the time. */
export async function code(run: StageRun, processor: Extract<Processor, { type: 'code' }>): Promise<unknown> {
  const { source, timeMs, memoryMb } = processor
  const { computing } = run.ground.services
  return run.ctx.step('code', (signal) => computing.code({ source, input: run.input, timeMs, memoryMb }, signal))
}
