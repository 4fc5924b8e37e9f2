import type { ReactNode } from 'react'
import { formatDuration, formatMoney, formatNumber, formatTokens } from '../../../shared/format.ts'
import type { RunView } from '../../../shared/run.ts'
import type { RunInspection } from '../../../shared/run-inspection.ts'
import { m } from '../../app/messages.ts'
import { memberTokens, runCost } from '../chat/members/run-figures.ts'
import { workedMs } from './timeline/worked-ms.ts'

type FiguresStripProps = { readonly run: RunView; readonly inspection: RunInspection | null; readonly now: number }

/** What the run took so far, in a row. */
export function FiguresStrip({ run, inspection, now }: FiguresStripProps) {
  const elapsed = Math.max(0, (run.endedAt ?? now) - run.startedAt)
  const worked = workedMs(run, now)
  const attempts = inspection?.effects.reduce((sum, effect) => sum + effect.attempts.length, 0) ?? 0
  const open = inspection?.open.length ?? 0
  const tokens = run.speakers.reduce((sum, speaker) => sum + (memberTokens(speaker)?.value ?? 0), 0)
  const estimated = run.speakers.some((speaker) => memberTokens(speaker)?.estimated ?? false)
  return (
    <dl className="figures flex flex-wrap justify-between gap-x-6 gap-y-3">
      <Figure label={run.endedAt === null ? m.runs.elapsed : m.runs.took} value={formatDuration(elapsed)} />
      <Figure
        label={m.runs.sequential}
        value={formatDuration(worked)}
        {...(elapsed > 0 && worked > elapsed * 1.05 ? { more: m.runs.times(formatNumber(worked / elapsed, 1)) } : {})}
      />
      <Figure
        label={m.runs.calls}
        value={String(attempts + open)}
        {...(run.state === 'running' && open > 0 ? { more: m.runs.callsRunning(open) } : {})}
      />
      <Figure label={m.runs.tokens} value={formatTokens(tokens, estimated)} />
      <Figure label={m.runs.effectsLabel} value={inspection === null ? m.common.unknown : formatNumber(inspection.effects.length)} />
      <Figure
        label={m.runs.cost}
        value={runCost(run)}
        {...(run.budgetMicros === null ? {} : { more: m.runs.ofBudget(formatMoney(run.budgetMicros)) })}
      />
    </dl>
  )
}

function Figure({ label, value, more }: { readonly label: ReactNode; readonly value: string; readonly more?: string }) {
  return (
    <div>
      <dt className="text-12 text-ink-2">{label}</dt>
      <dd className="text-18 font-medium tracking-[-0.008em]">
        {value}
        {more !== undefined && <small className="ml-1.5 text-12 font-normal tracking-normal text-ink-3">{more}</small>}
      </dd>
    </div>
  )
}
