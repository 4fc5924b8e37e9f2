import { formatMoney, formatNumber } from '../../../../shared/format.ts'
import type { LiveCall, LiveSecond } from '../../../../shared/metrics.ts'
import { w } from '../words.ts'

/** Calls under way, how many of those that ended succeeded, and what they cost. */
export function NowFigures({ seconds, running }: { readonly seconds: readonly LiveSecond[]; readonly running: readonly LiveCall[] }) {
  const done = seconds.reduce((sum, second) => sum + second.done, 0)
  const judged = done + seconds.reduce((sum, { failed }) => sum + failed, 0)
  const waiting = running.filter(({ state }) => state === 'queued').length
  const figures = [
    { name: w.running, value: formatNumber(running.length - waiting), more: waiting > 0 ? w.queued(waiting) : '' },
    { name: w.succeeded, value: formatNumber(done), more: w.of(formatNumber(judged)) },
    { name: w.spend, value: formatMoney(seconds.reduce((sum, { costMicros }) => sum + costMicros, 0)), more: '' },
  ]
  return (
    <dl className="figures grid grid-cols-3 gap-x-3 border-y border-line pt-[9px] pb-2">
      {figures.map(({ name, value, more }) => (
        <div key={name} className="min-w-0">
          <dt className="truncate text-12 text-ink-2">{name}</dt>
          <dd className="truncate text-22 leading-7 font-medium tracking-[-0.01em]">
            {value} <small className="text-13 font-normal tracking-normal text-ink-3">{more}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}
