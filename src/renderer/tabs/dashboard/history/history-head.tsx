import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type MetricsHistory, Period } from '../../../../shared/metrics.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { Segment } from '../../../components/segment.tsx'
import { Select } from '../../../components/select.tsx'
import { spanText } from '../span-words.ts'
import { useDashboardPlace } from '../use-dashboard-place.ts'
import { w } from '../words.ts'

const PERIODS = Period.options.map((value) => ({ value, label: w.periods[value] }))

/** Which period is shown, and with which it is compared. */
export function HistoryHead({ history, compared }: { readonly history: MetricsHistory | null; readonly compared: MetricsHistory | null }) {
  const { period, back, compare, change } = useDashboardPlace()
  const others = [
    { value: '1', label: w.before[period] },
    { value: '2', label: w.beforeThat[period] },
    ...(period === 'day' ? [{ value: '7', label: w.aWeekBefore }] : []),
    { value: '0', label: w.compareNone },
  ]
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1.5">
      <h2 id="dashboard-history" className="font-semibold">
        {w.history}
      </h2>
      <Segment label={w.period} value={period} options={PERIODS} onChange={(next) => change({ period: next, back: 0, compare: 1 })} />
      {period !== 'all' && (
        <span className="flex items-center gap-0.5">
          <IconButton small label={w.earlier} onClick={() => change({ back: back + 1 })}>
            <ChevronLeft size={14} aria-hidden />
          </IconButton>
          <IconButton small label={w.later} disabled={back === 0} onClick={() => change({ back: back - 1 })}>
            <ChevronRight size={14} aria-hidden />
          </IconButton>
        </span>
      )}
      <span role="status" className="figures text-12 text-ink-2">
        {history && spanText(history)}
      </span>
      {period !== 'all' && (
        <span className="ml-auto flex min-w-0 items-center gap-2 text-12 text-ink-2">
          {compared && (
            <>
              <svg width="22" height="8" aria-hidden>
                <path d="M0 4h22" stroke="var(--color-line-strong)" strokeDasharray="2 2" />
              </svg>
              <span className="figures max-narrow:hidden">{spanText(compared)}</span>
            </>
          )}
          <Select label={w.compare} value={String(compare)} options={others} onChange={(value) => change({ compare: Number(value) })} />
        </span>
      )}
    </div>
  )
}
