import { Table2, X } from 'lucide-react'
import { type CSSProperties, type MouseEvent, useState } from 'react'
import { formatClock } from '../../../../shared/format.ts'
import { LIVE_MS, type LiveCall } from '../../../../shared/metrics.ts'
import { m } from '../../../app/messages.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { hueClass } from '../../../components/mark.tsx'
import { modelHue } from '../../../components/model-hue.ts'
import { useOpenSubject } from '../../open-subject.ts'
import { durationText } from '../duration-text.ts'
import { useModelName } from '../model-look.ts'
import { w } from '../words.ts'

const LANES = 6
/** The table lists this many calls, the newest first. */
const ROWS = 40
/** A click as far as this from a call still means it, in ms. */
const NEAR_MS = 2500

const at = (properties: Record<`--${string}`, number>): CSSProperties => properties

/** One lane a model: a thin line while a call waits for its first text, a thick one while it answers, a cross where it failed. */
export function LiveLanes({ calls, now }: { readonly calls: readonly LiveCall[]; readonly now: number }) {
  const nameOf = useModelName()
  const open = useOpenSubject()
  const [table, setTable] = useState(false)
  const models = [...Map.groupBy(calls, ({ model }) => model)].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
  const place = (time: number) => Math.max(0, Math.min(100, ((time - (now - LIVE_MS)) / LIVE_MS) * 100))
  const pick = (event: MouseEvent<HTMLElement>, of: readonly LiveCall[]) => {
    const box = event.currentTarget.getBoundingClientRect()
    const time = now - LIVE_MS + (LIVE_MS * (event.clientX - box.left)) / box.width
    const distance = (call: LiveCall) => Math.max(0, call.startedAt - time, time - (call.endedAt ?? now))
    const nearest = of.toSorted((a, b) => distance(a) - distance(b))[0]
    if (nearest && distance(nearest) <= NEAR_MS) open({ type: 'run', id: nearest.runId })
  }
  return (
    <div className="relative">
      <IconButton
        small
        label={`${table ? w.asChart : w.asTable}: ${w.lanesLabel}`}
        aria-pressed={table}
        className="absolute! right-0 bottom-[-2px] z-10"
        onClick={() => setTable(!table)}
      >
        <Table2 size={14} aria-hidden />
      </IconButton>
      {table ? (
        <CallTable calls={calls} now={now} />
      ) : (
        <div className="dashboard-lanes">
          <ul aria-label={w.lanesLabel}>
            {models.slice(0, LANES).map(([model, of]) => (
              <li key={model} className={hueClass(modelHue(model))}>
                <span className="dashboard-lane-name">
                  <i aria-hidden className="dashboard-key" />
                  <span className="truncate" title={nameOf(model).label}>
                    {nameOf(model).label}
                  </span>
                </span>
                {/* biome-ignore lint/a11y/useKeyWithClickEvents: the table has a button for each call. */}
                {/* biome-ignore lint/a11y/noStaticElementInteractions: the table has a button for each call. */}
                <span className="dashboard-lane" onClick={(event) => pick(event, of)}>
                  <span className="sr-only">{w.callsNow(of.length)}</span>
                  {of.map((call) => (
                    <LaneCall key={call.id} call={call} now={now} place={place} />
                  ))}
                </span>
              </li>
            ))}
            {models.length === 0 && <li className="pl-0 text-ink-3">{w.nothingNow}</li>}
          </ul>
          {models.length > LANES && <p className="text-12 text-ink-3">{w.moreModels(models.length - LANES)}</p>}
          <div aria-hidden className="dashboard-lanes-axis figures">
            {[5, 4, 3, 2, 1].map((minutes) => (
              <span key={minutes} style={at({ '--at': 100 - minutes * 20 })}>
                {w.minutesAgo(minutes)}
              </span>
            ))}
            <b>{w.axisNow}</b>
          </div>
        </div>
      )}
    </div>
  )
}

function LaneCall({ call, now, place }: { readonly call: LiveCall; readonly now: number; readonly place: (time: number) => number }) {
  const { startedAt, firstTextAt, endedAt, state } = call
  const end = endedAt ?? now
  if (state === 'failed') return <X size={12} aria-hidden className="dashboard-lane-failed" style={at({ '--at': place(end) })} />
  return (
    <>
      <i data-wait style={at({ '--from': place(startedAt), '--to': place(firstTextAt ?? end) })} />
      {firstTextAt !== null && <i data-play style={at({ '--from': place(firstTextAt), '--to': place(end) })} />}
    </>
  )
}

function CallTable({ calls, now }: { readonly calls: readonly LiveCall[]; readonly now: number }) {
  const nameOf = useModelName()
  const open = useOpenSubject()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section tabIndex={0} aria-label={w.lanesLabel} className="h-[10.5rem] overflow-y-auto">
      <table className="dashboard-table dashboard-dense" aria-label={w.lanesLabel}>
        <thead>
          <tr>
            <th scope="col">{w.callColumns.model}</th>
            <th scope="col">{w.callColumns.started}</th>
            <th scope="col">{w.callColumns.state}</th>
            <th scope="col">{w.callColumns.took}</th>
          </tr>
        </thead>
        <tbody>
          {calls
            .slice(-ROWS)
            .toReversed()
            .map((call) => (
              <tr key={call.id}>
                <th scope="row">
                  <button type="button" className="dashboard-link" onClick={() => open({ type: 'run', id: call.runId })}>
                    {nameOf(call.model).label}
                  </button>
                </th>
                <td>{formatClock(call.startedAt)}</td>
                <td>{w.callStates[call.state]}</td>
                <td>{call.state === 'queued' ? m.common.unknown : durationText(Math.max(0, (call.endedAt ?? now) - call.startedAt))}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
