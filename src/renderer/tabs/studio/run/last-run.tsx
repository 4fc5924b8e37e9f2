import { formatMoney } from '../../../../shared/format.ts'
import type { RunId } from '../../../../shared/ids.ts'
import type { RunView } from '../../../../shared/run.ts'
import type { EffectView } from '../../../../shared/run-inspection.ts'
import { m } from '../../../app/messages.ts'
import { ErrorNote } from '../../../components/error-note.tsx'
import { useNow } from '../../../state/use-now.ts'
import { effectCost, effectName, kindWord, speakerOf } from '../../orchestration/effects/effect-facts.ts'
import { ReadableValue } from '../../orchestration/effects/readable-value.tsx'
import { isWithin } from '../../orchestration/steps/steps-of.ts'
import { useInspection } from '../../orchestration/use-inspection.ts'
import { useStudioPlace } from '../use-studio-place.ts'
import { w } from '../words.ts'
import { liveStages } from './live-stages.ts'

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
  if (!live) return <p className="col-span-3 text-12 text-ink-3">{w.inspect.neverRun}</p>
  const effects = (inspection?.effects ?? []).filter((effect) => isOf(effect, stageId) && isTelling(effect))
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
        <details key={effect.path} className="text-12">
          <summary className="cursor-default text-ink-2">{run && nameOf(effect, run)}</summary>
          <h3 className="mt-1.5 font-medium text-ink-3">{w.run.asked}</h3>
          <ReadableValue value={effect.input} className="max-h-40 bg-paper p-2" />
          <h3 className="mt-1.5 font-medium text-ink-3">{w.run.gave}</h3>
          <ReadableValue
            value={effect.outcome.ok ? effect.outcome.value : effect.outcome.error.message}
            className="max-h-40 bg-paper p-2"
          />
        </details>
      ))}
    </div>
  )
}

function isOf({ path }: EffectView, stageId: string): boolean {
  return isWithin(path, stageId) || path.startsWith(`${stageId}[`)
}

/** Calls, answers and code; not what the engine keeps for itself. */
function isTelling({ kind, path }: EffectView): boolean {
  return kind === 'model' || kind === 'tool' || kind === 'receive' || kind === 'child' || path.includes('/step:code/')
}

function nameOf(effect: EffectView, run: RunView): string {
  const speaker = speakerOf(effect, run)
  return speaker === undefined ? kindWord(effect.kind) : effectName(effect, speaker)
}
