import { formatMoney } from '../../../../shared/format.ts'
import type { RunId } from '../../../../shared/ids.ts'
import type { EffectView } from '../../../../shared/run-inspection.ts'
import { m } from '../../../app/messages.ts'
import { ErrorNote } from '../../../components/error-note.tsx'
import { useNow } from '../../../state/use-now.ts'
import { effectCost } from '../../orchestration/effects/effect-facts.ts'
import { isWithin } from '../../orchestration/steps/steps-of.ts'
import { useInspection } from '../../orchestration/use-inspection.ts'
import { useStudioPlace } from '../use-studio-place.ts'
import { w } from '../words.ts'
import { liveStages } from './live-stages.ts'
import { isOwnValue, isTelling, StageEffect } from './stage-effect.tsx'

/** More of them are in Runs. */
const MOST_SHOWN = 8

/** What a stage was asked and gave in the run that is shown, how long it took and what it cost. */
export function LastRun({ stageId }: { readonly stageId: string }) {
  const { runId } = useStudioPlace()
  if (runId === null) return <p className="col-span-3 text-12 text-ink-3">{w.inspect.neverRun}</p>
  return <InRun runId={runId} stageId={stageId} />
}

function InRun({ runId, stageId }: { readonly runId: RunId; readonly stageId: string }) {
  const { run, inspection } = useInspection(runId)
  const now = useNow(run?.state === 'running')
  const live = run && liveStages(run, now).get(stageId)
  if (!run || !live) return <p className="col-span-3 text-12 text-ink-3">{w.inspect.neverRun}</p>
  const effects = (inspection?.effects ?? [])
    .filter((effect) => isOf(effect, stageId) && isTelling(effect))
    .toSorted((a, b) => Number(isOwnValue(b, stageId)) - Number(isOwnValue(a, stageId)))
  const costs = effects.flatMap((effect) => effectCost(effect) ?? [])
  const cost = costs.length === 0 ? '' : formatMoney(costs.reduce((sum, each) => sum + each, 0))
  const words = live.words === m.runs.step[live.state] ? '' : live.words
  const failed = live.state === 'failed' && live.step.note !== ''
  return (
    <div className="col-span-3 grid gap-1.5">
      <p className="figures text-12 text-ink-2">{`${w.inspect.lastRun}: ${w.run.state(m.runs.step[live.state], words, cost)}`}</p>
      {failed && <ErrorNote what={live.step.note} />}
      {live.state === 'skipped' && live.step.note !== '' && <p className="text-12 text-ink-2">{live.step.note}</p>}
      {effects.slice(0, MOST_SHOWN).map((effect) => (
        <StageEffect key={effect.path} effect={effect} run={run} stageId={stageId} />
      ))}
    </div>
  )
}

function isOf({ path }: EffectView, stageId: string): boolean {
  return isWithin(path, stageId) || path.startsWith(`${stageId}[`)
}
