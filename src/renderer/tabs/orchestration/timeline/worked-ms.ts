import type { RunView } from '../../../../shared/run.ts'
import type { RunInspection } from '../../../../shared/run-inspection.ts'
import { stepsOf } from '../steps/steps-of.ts'

/** How long the run would have taken one step after another, in ms: the sum of what each worked; waiting does not count. */
export function workedMs(run: RunView, inspection: RunInspection | null, now: number): number {
  const calls = [...(inspection?.effects.flatMap((effect) => effect.attempts) ?? []), ...(inspection?.open ?? [])]
  const spans =
    calls.length > 0
      ? calls.map(({ startedAt, endedAt }) => ({ startedAt, endedAt }))
      : stepsOf(run).map(({ startedAt, endedAt }) => ({ startedAt, endedAt }))
  const until = run.endedAt ?? now
  return spans.reduce((sum, { startedAt, endedAt }) => (startedAt === null ? sum : sum + Math.max(0, (endedAt ?? until) - startedAt)), 0)
}
