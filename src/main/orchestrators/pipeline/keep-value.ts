import type { Stage, StageValue } from '../../../shared/pipeline.ts'
import type { StageRun } from './stage-run.ts'
import { textOf } from './template.ts'

/** Characters of a value that are kept to be looked at: a run of 1,000 stages then holds 4 MB of them at most. */
const MOST_KEPT = 4_000

/** Their effects in the journal are what they gave. */
const JOURNALED: ReadonlySet<Stage['processor']['type']> = new Set(['prompt', 'tool', 'ask', 'code'])

/** Journals what a stage gave where no effect of its own says so, for people to look at. A resumed run computes the value again. */
export async function keepValue({ ctx, stage }: StageRun, value: unknown): Promise<void> {
  if (stage.output === undefined && JOURNALED.has(stage.processor.type)) return
  await ctx.step('value', async () => keptOf(value))
}

function keptOf(value: unknown): StageValue {
  const text = textOf(value)
  return text.length <= MOST_KEPT ? { value: value ?? null, cutFrom: null } : { value: text.slice(0, MOST_KEPT), cutFrom: text.length }
}
