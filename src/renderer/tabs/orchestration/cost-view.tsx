import { formatMoney, formatMoneySum, formatTokens } from '../../../shared/format.ts'
import type { RunView, SpeakerView } from '../../../shared/run.ts'
import type { RunInspection } from '../../../shared/run-inspection.ts'
import { m } from '../../app/messages.ts'
import { Mark } from '../../components/mark.tsx'
import { MoneyExact } from '../../components/money.tsx'
import { withoutPrice } from '../chat/members/run-figures.ts'
import { useTabScroll } from '../use-tab-scroll.ts'
import { effectCost, speakerOf } from './effects/effect-facts.ts'
import { useProviderName } from './use-provider-name.ts'

const CELL = 'border-t border-line py-1.5 pl-4 text-right figures'
const COLUMNS = ['input', 'cache', 'output', 'reasoning', 'dollars'] as const

type CostViewProps = { readonly run: RunView; readonly inspection: RunInspection | null }

/** Tokens and cost of each speaker; the sum is exact to the micro-dollar. */
export function CostView({ run, inspection }: CostViewProps) {
  const rows = run.speakers.filter((speaker) => speaker.result?.usage)
  const said = rows.reduce((sum, speaker) => sum + (speaker.result?.costMicros ?? 0), 0)
  const other = (inspection?.effects ?? []).reduce((sum, effect) => sum + (speakerOf(effect, run) ? 0 : (effectCost(effect) ?? 0)), 0)
  const unknown = withoutPrice(run)
  const scroller = useTabScroll<HTMLDivElement>(`${run.id}/cost`)
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto px-6 py-4">
      <h2 className="sr-only">{m.runs.costTable}</h2>
      {rows.length === 0 && other === 0 ? (
        <p className="text-ink-2">{m.runs.noCost}</p>
      ) : (
        <table className="w-full max-w-[52rem] border-collapse" aria-label={m.runs.costTable}>
          <thead>
            <tr className="text-right text-12 text-ink-3 [&>th]:pb-1.5 [&>th]:pl-4 [&>th]:font-medium">
              <th scope="col" className="pl-0! text-left">
                {m.runs.costColumns.speaker}
              </th>
              <th scope="col" className="text-left">
                {m.runs.costColumns.provider}
              </th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {m.runs.costColumns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((speaker) => (
              <SpeakerRow key={speaker.id} speaker={speaker} />
            ))}
            {other > 0 && (
              <tr>
                <td className="border-t border-line py-1.5" colSpan={6}>
                  {m.runs.otherCost}
                </td>
                <td className={CELL}>
                  <MoneyExact micros={other} />
                </td>
              </tr>
            )}
            <tr className="font-semibold [&>td]:border-line-strong">
              <td className="border-t py-1.5" colSpan={2}>
                {m.runs.sum}
              </td>
              {COLUMNS.slice(0, -1).map((column) => (
                <td key={column} className={CELL}>
                  {formatTokens(rows.reduce((sum, speaker) => sum + tokensOf(speaker, column), 0))}
                </td>
              ))}
              <td className={CELL}>
                <MoneyExact micros={said + other} />
              </td>
            </tr>
          </tbody>
        </table>
      )}
      <div className="mt-4 grid max-w-[52rem] gap-1 text-12 text-ink-2">
        {unknown > 0 && <p>{m.runs.notPriced(unknown)}</p>}
        {rows.some((speaker) => speaker.result?.usage?.estimated) && <p>{m.runs.estimated}</p>}
        {run.budgetMicros !== null && <p>{m.runs.budget(formatMoney(run.budgetMicros))}</p>}
        {run.overrunMicros > 0 && <p className="text-warn">{m.runs.overrun(formatMoneySum(run.overrunMicros))}</p>}
      </div>
    </div>
  )
}

function SpeakerRow({ speaker }: { readonly speaker: SpeakerView }) {
  const nameOf = useProviderName()
  const cost = speaker.result?.costMicros ?? null
  return (
    <tr>
      <td className="w-full max-w-0 border-t border-line py-1.5">
        <span className="flex min-w-24 items-center gap-1.5">
          {speaker.role === 'member' && <Mark number={speaker.number} label={speaker.label} small decorative />}
          <span className="truncate">{speaker.role === 'merge' ? m.runs.mergeOf(speaker.label) : speaker.label}</span>
        </span>
      </td>
      <td className="border-t border-line py-1.5 pl-4 whitespace-nowrap text-ink-2">{nameOf(speaker.provider)}</td>
      {COLUMNS.slice(0, -1).map((column) => (
        <td key={column} className={CELL}>
          {formatTokens(tokensOf(speaker, column), speaker.result?.usage?.estimated)}
        </td>
      ))}
      <td className={CELL}>{cost === null ? m.runs.noPrice : <MoneyExact micros={cost} />}</td>
    </tr>
  )
}

function tokensOf(speaker: SpeakerView, column: (typeof COLUMNS)[number]): number {
  const usage = speaker.result?.usage
  if (!usage) return 0
  switch (column) {
    case 'cache':
      return usage.cacheRead + usage.cacheWrite
    case 'dollars':
      return 0
    default:
      return usage[column]
  }
}
