import { formatDuration, formatMoney, formatTokens } from '../../../../shared/format.ts'
import type { RunView } from '../../../../shared/run.ts'
import type { RunInspection } from '../../../../shared/run-inspection.ts'
import { m } from '../../../app/messages.ts'
import { useNow } from '../../../state/use-now.ts'
import { memberTokens } from '../../chat/members/run-figures.ts'
import { statusOfView } from '../run-status.ts'
import { w } from '../words.ts'

const c = w.compare

type Compared = { readonly run: RunView; readonly inspection: RunInspection | null }
type Row = { readonly label: string; readonly left: string; readonly right: string; readonly difference?: string }

/** Time, cost, calls and tokens of both, with what lies between them. */
export function ComparedFigures({ left, right }: { readonly left: Compared; readonly right: Compared }) {
  const now = useNow(left.run.state === 'running' || right.run.state === 'running')
  const a = figuresOf(left, now)
  const b = figuresOf(right, now)
  const rows: readonly Row[] = [
    { label: c.state, left: m.runs.status[statusOfView(left.run)], right: m.runs.status[statusOfView(right.run)] },
    { label: c.preset, left: left.run.presetName, right: right.run.presetName },
    { label: c.agreement, left: agreementOf(left.run), right: agreementOf(right.run) },
    { label: c.time, left: formatDuration(a.time), right: formatDuration(b.time), difference: signed(b.time - a.time, formatDuration) },
    { label: c.cost, left: formatMoney(a.cost), right: formatMoney(b.cost), difference: signed(b.cost - a.cost, formatMoney) },
    { label: c.calls, left: String(a.calls), right: String(b.calls), difference: signed(b.calls - a.calls, String) },
    {
      label: c.tokens,
      left: formatTokens(a.tokens),
      right: formatTokens(b.tokens),
      difference: signed(b.tokens - a.tokens, (count) => formatTokens(count)),
    },
  ]
  return (
    <section aria-label={c.figures} className="border-t border-line pt-3">
      <h2 className="mb-2 font-semibold">{c.figures}</h2>
      <table className="w-full max-w-[46rem] table-fixed">
        <thead>
          <tr className="text-12 text-ink-3 [&>th]:py-1 [&>th]:font-medium">
            <td />
            <th scope="col" className="text-right">
              {c.left}
            </th>
            <th scope="col" className="text-right">
              {c.right}
            </th>
            <th scope="col" className="text-right">
              {c.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label} className="border-t border-line [&>*]:py-1.5">
              <th scope="row" className="text-left font-normal text-ink-2">
                {row.label}
              </th>
              <td className="figures truncate text-right">{row.left}</td>
              <td className="figures truncate text-right">{row.right}</td>
              <td className="figures text-right text-ink-2">{row.difference ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function figuresOf({ run, inspection }: Compared, now: number) {
  return {
    time: Math.max(0, (run.endedAt ?? now) - run.startedAt),
    cost: run.costMicros,
    calls: (inspection?.effects.reduce((sum, effect) => sum + effect.attempts.length, 0) ?? 0) + (inspection?.open.length ?? 0),
    tokens: run.speakers.reduce((sum, speaker) => sum + (memberTokens(speaker)?.value ?? 0), 0),
  }
}

function agreementOf({ outcome }: RunView): string {
  return outcome?.agreement ? c.agree(outcome.agreement.agree, outcome.agreement.of) : m.common.unknown
}

/** A true minus; nothing where both are alike. */
function signed(difference: number, format: (amount: number) => string): string {
  if (difference === 0) return '='
  return `${difference > 0 ? '+' : '\u2212'}${format(Math.abs(difference))}`
}
