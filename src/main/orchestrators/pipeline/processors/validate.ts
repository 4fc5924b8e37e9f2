import type { Processor } from '../../../../shared/pipeline.ts'
import { say } from '../../../../shared/sentence.ts'
import { failure } from '../../../../shared/sentences/told.ts'
import type { StageRun } from '../stage-run.ts'

/** The most that a check may take, in ms. */
const CHECK_MS = 2_000

/** Throws `malformed` with every place that does not fit. */
export async function checkValue(
  run: Pick<StageRun, 'ctx' | 'ground'>,
  value: unknown,
  schema: Readonly<Record<string, unknown>>,
): Promise<void> {
  const problems = await run.ground.services.computing.validate({ schema, value: value ?? null, timeMs: CHECK_MS }, run.ctx.signal)
  if (problems.length === 0) return
  throw failure('malformed', say('stage.schema', { problems: problems.slice(0, 10).join(' ') }))
}

/** Gives a value on that fits its schema. */
export async function validate(run: StageRun, processor: Extract<Processor, { type: 'validate' }>): Promise<unknown> {
  const value = await run.scope.value('value', processor.value)
  await checkValue(run, value, processor.schema)
  return value
}
