import { useState } from 'react'
import type { ModelProfile } from '../../../../shared/experience.ts'
import { formatDuration, formatMoneySum, formatNumber, formatShare, formatTokens } from '../../../../shared/format.ts'
import { ModelRef } from '../../../../shared/ids.ts'
import { StrategyId } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { useModelLabel } from '../use-model-label.ts'
import { w } from '../words.ts'
import { LEARNED_TABLE } from './learned-table.ts'
import { taskName } from './task-name.ts'

const e = w.experience
const FIRST_ROWS = 12

/** What each model did under each strategy at each type of task; most calls first. */
export function ProfileTable({ profiles }: { readonly profiles: readonly ModelProfile[] }) {
  const labelOf = useModelLabel()
  const [all, setAll] = useState(false)
  const rows = all ? profiles : profiles.slice(0, FIRST_ROWS)
  const unknown = m.common.unknown
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section tabIndex={0} aria-label={e.profiles} className="overflow-x-auto">
      <table className={LEARNED_TABLE} aria-label={e.profiles}>
        <thead>
          <tr>
            <th scope="col">{e.model}</th>
            <th scope="col">{e.kind}</th>
            <th scope="col">{e.calls}</th>
            <th scope="col">{e.success}</th>
            <th scope="col">{e.p50}</th>
            <th scope="col">{e.p95}</th>
            <th scope="col">{e.speed}</th>
            <th scope="col">{e.tokens}</th>
            <th scope="col">{e.cost}</th>
            <th scope="col">{e.quality}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.model} ${row.strategy} ${row.taskType}`}>
              <td>{labelOf(ModelRef.parse(row.model))}</td>
              <td>{[strategyName(row.strategy), taskName(row.taskType)].filter((part) => part !== '').join(', ')}</td>
              <td>{formatNumber(row.calls)}</td>
              <td>{row.success === null ? unknown : formatShare(row.success)}</td>
              <td>{row.totalMs === null ? unknown : formatDuration(row.totalMs.p50)}</td>
              <td>{row.totalMs === null ? unknown : formatDuration(row.totalMs.p95)}</td>
              <td>{row.tokensPerSecond === null ? unknown : formatNumber(Math.round(row.tokensPerSecond))}</td>
              <td>{formatTokens(row.tokens)}</td>
              <td>{formatMoneySum(row.costMicros)}</td>
              <td>{row.quality === null ? unknown : row.quality.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {profiles.length > FIRST_ROWS && (
        <Button look="bare" small onClick={() => setAll(!all)}>
          {all ? e.fewer : e.all(profiles.length)}
        </Button>
      )}
    </section>
  )
}

function strategyName(strategy: string): string {
  const known = StrategyId.safeParse(strategy)
  return known.success ? m.settings.presets.strategies[known.data] : strategy
}
