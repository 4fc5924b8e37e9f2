import { formatDate } from '../../../../shared/format.ts'
import type { Budgets } from '../../../../shared/settings.ts'
import { m } from '../../../app/messages.ts'
import { Sheet } from '../../../components/sheet.tsx'
import { Switch } from '../../../components/switch.tsx'
import { useApp } from '../../../state/use-session.ts'
import { SettingsSection } from '../settings-section.tsx'
import { useChangeSettings } from '../use-change-settings.ts'
import { w } from '../words.ts'
import { BudgetRow } from './budget-row.tsx'
import { monthPace } from './month-pace.ts'

/** The limits of a run, a day and a month, and what is spent of them. */
export function BudgetsSection() {
  const budgets = useApp((app) => app.settings.budgets)
  const spend = useApp((app) => app.spend)
  const changeSettings = useChangeSettings()
  const change = (part: Partial<Budgets>) => changeSettings((settings) => ({ budgets: { ...settings.budgets, ...part } }))
  const now = new Date()
  const month = formatDate(now.getTime(), { month: 'long' })
  return (
    <SettingsSection id="budgets" title={m.settings.sections.budgets} intro={m.settings.budgets.intro}>
      <Sheet>
        <BudgetRow
          name={m.settings.budgets.run}
          limit={budgets.runMicros}
          used={spend.mostRunThisWeekMicros}
          period={m.settings.budgets.mostThisWeek}
          at={budgets.atRunLimit}
          onChange={(runMicros) => change({ runMicros })}
          onAt={(atRunLimit) => change({ atRunLimit })}
        />
        <BudgetRow
          name={m.settings.budgets.day}
          limit={budgets.dayMicros}
          used={spend.todayMicros}
          held={spend.reservedMicros}
          period={m.settings.budgets.today}
          at={budgets.atDayLimit}
          onChange={(dayMicros) => change({ dayMicros })}
          onAt={(atDayLimit) => change({ atDayLimit })}
        />
        <BudgetRow
          name={m.settings.budgets.month}
          limit={budgets.monthMicros}
          used={spend.monthMicros}
          period={month}
          pace={monthPace(spend.monthMicros, now)}
          at={budgets.atMonthLimit}
          onChange={(monthMicros) => change({ monthMicros })}
          onAt={(atMonthLimit) => change({ atMonthLimit })}
        />
        <div
          data-setting={m.settings.budgets.unpriced}
          className="grid min-h-14 grid-cols-[10.25rem_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-t border-line px-4.5 py-2.5 @max-[36rem]:grid-cols-[minmax(0,1fr)_auto] @max-[36rem]:px-3"
        >
          <b className="font-medium">{m.settings.budgets.unpriced}</b>
          <span className="text-pretty text-ink-2 @max-[36rem]:col-span-full @max-[36rem]:row-start-2">
            {budgets.allowNoPrice ? m.settings.budgets.unpricedOn : m.settings.budgets.unpricedOff}
          </span>
          <Switch
            label={m.settings.budgets.unpricedSwitch}
            checked={budgets.allowNoPrice}
            onChange={(allowNoPrice) => change({ allowNoPrice })}
          />
        </div>
      </Sheet>
      <p
        data-setting={w.budgets.atLimit}
        className="mt-2 max-w-[76ch] rounded-control px-4.5 text-12 text-pretty text-ink-2 @max-[48rem]:px-3"
      >
        {w.budgets.note}
      </p>
    </SettingsSection>
  )
}
