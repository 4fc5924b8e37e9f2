import { ListTree } from 'lucide-react'
import { formatMoney } from '../../../../shared/format.ts'
import type { BehindQuery } from '../../../../shared/metrics.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Drawer } from '../../../components/drawer.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { useSession } from '../../../state/use-session.ts'
import { clockTime } from '../../chat/list/clock-time.ts'
import { useOpenSubject } from '../../open-subject.ts'
import { formatNarrowing, NOT_NARROWED } from '../../orchestration/list/narrowing.ts'
import { dimensionName } from '../dimension-name.ts'
import { useRead } from '../history/use-read.ts'
import { useModelName } from '../model-look.ts'
import { spanText } from '../span-words.ts'
import { w } from '../words.ts'

/** The runs that a figure counts, newest first; each opens in Runs. */
export function RunsDrawer({ query, onClose }: { readonly query: BehindQuery; readonly onClose: () => void }) {
  const { client } = useSession()
  const open = useOpenSubject()
  const nameOf = useModelName()
  const { value, error } = useRead(JSON.stringify(query), (signal) => client.metrics.behind(query, { signal }), true)
  const { model, strategy, task, orchestrator } = query.filter
  const only = [
    ...(model === undefined ? [] : [nameOf(model).label]),
    ...(strategy === undefined ? [] : [dimensionName('strategy', strategy)]),
    ...(task === undefined ? [] : [dimensionName('task', task)]),
    ...(orchestrator === undefined ? [] : [dimensionName('orchestrator', orchestrator)]),
  ]
  const { from, to } = query
  const narrowing = { ...NOT_NARROWED, ...query.filter, calls: { from, to } }
  return (
    <Drawer title={w.runsBehind} closeLabel={m.common.close} onClose={onClose}>
      <div className="px-5 py-3">
        <p className="figures text-12 text-ink-2">{[spanText(query), ...only].join(' · ')}</p>
        <p role="status" className="text-12 text-ink-3">
          {value && w.runCount(value.total, value.runs.length)}
        </p>
        {value && value.total > 0 && (
          <Button small className="mt-2" onClick={() => open({ type: 'runs', id: formatNarrowing(narrowing) })}>
            <ListTree size={14} aria-hidden />
            {w.showAllRuns}
          </Button>
        )}
        {error && <ErrorNote what={`${w.failed} ${error.message}`} />}
      </div>
      <ul aria-label={w.runsBehind} className="px-2.5 pb-4">
        {value?.runs.map(({ id, title, state, startedAt, calls, failed, costMicros }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => open({ type: 'run', id })}
              className="grid w-full cursor-default grid-cols-[minmax(0,1fr)_auto] gap-x-3 rounded-control px-2.5 py-1.5 text-left hover:bg-hover"
            >
              <span className="truncate font-medium">{title === '' ? m.runs.untitled : title}</span>
              <span className="figures text-12 leading-5 text-ink-2">{formatMoney(costMicros)}</span>
              <span className="figures truncate text-12 text-ink-3">
                {clockTime(startedAt, Date.now())} · {w.callsOf(calls, failed)}
              </span>
              {state !== 'done' && <span className="text-12 text-warn">{w.runStates[state]}</span>}
            </button>
          </li>
        ))}
      </ul>
    </Drawer>
  )
}
