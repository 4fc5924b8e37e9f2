import { formatMoney } from '../../shared/format.ts'
import { Meter } from '../components/meter.tsx'
import { useApp } from '../state/use-session.ts'
import { m } from './messages.ts'

/** What was spent today of the day's budget. */
export function Spend() {
  const spent = useApp((app) => app.spend.todayMicros)
  const limit = useApp((app) => app.settings.budgets.dayMicros)
  return (
    <div title={m.shell.spentToday} className="ml-auto flex flex-none items-center gap-2 px-3 text-12 text-ink-2">
      <span className="figures">{m.shell.today(formatMoney(spent))}</span>
      {limit !== null && (
        <>
          <span className="figures text-ink-3 max-narrow:hidden">{m.shell.ofLimit(formatMoney(limit))}</span>
          <Meter
            label={m.shell.spentToday}
            value={spent}
            max={limit}
            text={m.shell.spentOf(formatMoney(spent), formatMoney(limit))}
            close={spent > limit * 0.9}
            className="w-12"
          />
        </>
      )}
    </div>
  )
}
