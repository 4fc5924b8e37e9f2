import { formatDuration, formatMoney } from '../../../../shared/format.ts'
import type { RunId } from '../../../../shared/ids.ts'
import type { RunSummary } from '../../../../shared/run-inspection.ts'
import { m } from '../../../app/messages.ts'
import { useNow } from '../../../state/use-now.ts'
import { clockTime } from '../../chat/list/clock-time.ts'
import { statusOfSummary } from '../run-status.ts'
import { RunStatusIcon, STATUS_INK } from '../run-status-icon.tsx'

type RunRowProps = { readonly run: RunSummary; readonly current: boolean; readonly onOpen: (id: RunId) => void }

/** A run of the list: state, title, preset, when it started, how long it took and its cost. One line where there is room, else three. */
export function RunRow({ run, current, onOpen }: RunRowProps) {
  const status = statusOfSummary(run)
  const now = useNow(run.state === 'running')
  const title = run.title === '' ? m.runs.untitled : run.title
  const about = run.presetName === '' ? run.orchestrator : run.presetName
  return (
    <li>
      <button
        type="button"
        data-row
        aria-current={current ? 'page' : undefined}
        onClick={() => onOpen(run.id)}
        className="run-row w-full cursor-default rounded-control px-2 text-left hover:bg-hover aria-[current]:bg-accent-soft"
      >
        <span className="run-row-title flex min-w-0 items-center gap-2" title={title}>
          <RunStatusIcon status={status} className="flex-none" />
          <span className="truncate font-medium">{title}</span>
        </span>
        <span className={`run-row-state truncate text-12 ${status === 'done' ? 'text-ink-2' : STATUS_INK[status]}`}>
          {m.runs.status[status]}
        </span>
        <span className="run-row-preset truncate text-12 text-ink-2" title={run.orchestrator}>
          {about}
        </span>
        <time className="run-row-started figures text-12 text-ink-2" dateTime={new Date(run.startedAt).toISOString()}>
          {clockTime(run.startedAt, now)}
        </time>
        <span className="run-row-time figures text-12 text-ink-2">{formatDuration(Math.max(0, (run.endedAt ?? now) - run.startedAt))}</span>
        <span className="run-row-cost figures text-12 text-ink-2">{formatMoney(run.costMicros)}</span>
      </button>
    </li>
  )
}
