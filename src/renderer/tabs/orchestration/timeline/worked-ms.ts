import type { RunView } from '../../../../shared/run.ts'
import { workOf } from '../steps/steps-of.ts'

/** How long the run would have taken one step after another, in ms: the sum of the times of its steps. */
export function workedMs(run: RunView, now: number): number {
  const until = run.endedAt ?? now
  return workOf(run).reduce(
    (sum, { startedAt, endedAt }) => (startedAt === null ? sum : sum + Math.max(0, (endedAt ?? until) - startedAt)),
    0,
  )
}
