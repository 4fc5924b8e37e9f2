import { formatDate, formatMoney } from '../../../../shared/format.ts'
import type { MonthSpend } from '../../../../shared/metrics.ts'
import { Meter } from '../../../components/meter.tsx'
import { useApp } from '../../../state/use-session.ts'
import { useShowRuns } from '../behind/show-runs.ts'
import type { ChartData } from '../charts/chart-data.ts'
import { ChartFigure } from '../charts/chart-figure.tsx'
import { w } from '../words.ts'

const CLOSE = 0.85

/** What the month has cost day by day, where its pace leads, and what is left of each budget. */
export function SpendSection({ month }: { readonly month: MonthSpend }) {
  const budgets = useApp((app) => app.settings.budgets)
  const spend = useApp((app) => app.spend)
  const showRuns = useShowRuns()
  const rows = [
    { name: w.budgetRow.day, micros: spend.todayMicros, limit: budgets.dayMicros },
    { name: w.budgetRow.month, micros: spend.monthMicros, limit: budgets.monthMicros },
    { name: w.budgetRow.run, micros: spend.mostRunThisWeekMicros, limit: budgets.runMicros },
  ]
  return (
    <div className="grid gap-3">
      <ChartFigure
        title={w.spendIn(formatDate(month.from, { month: 'long' }))}
        sentence={sentence(month, budgets.monthMicros)}
        data={chartOf(month, budgets.monthMicros)}
        onPick={({ at, to }) => showRuns({ from: at, to }, {})}
      />
      <section aria-label={w.budgets} className="grid gap-1.5 text-12">
        {rows.map(({ name, micros, limit }) => {
          const [spent, of] = limit === null ? w.noLimit(formatMoney(micros)) : w.ofLimit(formatMoney(micros), formatMoney(limit))
          return (
            <div key={name} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1">
              <span className="truncate text-ink-2">{name}</span>
              <span className="figures">
                {spent}
                <span className="text-ink-3">{of}</span>
              </span>
              {limit !== null && (
                <Meter
                  label={name}
                  value={micros}
                  max={limit}
                  text={`${spent}${of}`}
                  close={micros > limit * CLOSE}
                  className="col-span-full"
                />
              )}
            </div>
          )
        })}
      </section>
    </div>
  )
}

function sentence({ spentMicros, paceMicros, to }: MonthSpend, limit: number | null): string {
  if (spentMicros === 0) return w.nothingSpent
  if (paceMicros === null) return w.paceSoon
  const [pace, day] = [formatMoney(paceMicros), formatDate(to - 1, { day: 'numeric', month: 'long' })]
  if (limit === null) return w.pace(pace, day)
  return paceMicros > limit ? w.paceOver(pace, day, formatMoney(paceMicros - limit)) : w.paceUnder(pace, day, formatMoney(limit))
}

/** The sum at the end of each day up to today, and from there a straight line to where the pace leads. */
function chartOf({ from, to, days, spentMicros, paceMicros }: MonthSpend, limit: number | null): ChartData {
  const first = new Date(from)
  const count = Math.round((to - from) / 86_400_000)
  const today = days.length - 1
  let sum = 0
  const rows = Array.from({ length: count }, (_, index) => {
    sum += days[index]?.costMicros ?? 0
    const ahead =
      paceMicros === null || index < today
        ? null
        : spentMicros + ((paceMicros - spentMicros) * (index - today)) / Math.max(1, count - 1 - today)
    const at = new Date(first.getFullYear(), first.getMonth(), index + 1).getTime()
    return {
      at,
      to: new Date(first.getFullYear(), first.getMonth(), index + 2).getTime(),
      values: { spent: index > today ? null : sum, pace: today === count - 1 || spentMicros === 0 ? null : ahead },
    }
  })
  const near = limit !== null && Math.max(spentMicros, paceMicros ?? 0) > limit / 20
  return {
    rows,
    series: [
      { key: 'spent', name: spentMicros === 0 ? w.spent : w.today(formatMoney(spentMicros)), look: 'area', named: spentMicros > 0 },
      { key: 'pace', name: paceMicros === null ? w.atPace : formatMoney(paceMicros), look: 'forecast', named: today < count - 4 },
    ],
    format: formatMoney,
    tick: (at) => formatDate(at, { day: 'numeric', month: 'short' }),
    when: ({ at }) => formatDate(at, { day: 'numeric', month: 'long' }),
    // Far below its limit the month would be a line along the axis.
    limit: limit !== null && near ? { value: limit, name: w.budgetAt(formatMoney(limit)) } : undefined,
  }
}
