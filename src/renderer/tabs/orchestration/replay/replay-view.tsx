import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react'
import { useMemo } from 'react'
import { formatDuration } from '../../../../shared/format.ts'
import type { RunEvent, RunView } from '../../../../shared/run.ts'
import { runViewOf } from '../../../../shared/run-view.ts'
import { ErrorNote } from '../../../components/error-note.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { Slider } from '../../../components/slider.tsx'
import { DecisionList } from '../../chat/why/decision-list.tsx'
import { useTabScroll } from '../../use-tab-scroll.ts'
import { Timeline } from '../timeline/timeline.tsx'
import { w } from '../words.ts'
import { eventWords } from './event-words.ts'
import { OnceMore } from './once-more.tsx'
import { useEvents } from './use-events.ts'
import { usePlaying } from './use-playing.ts'

const r = w.replay

/** A past run step by step: the run as it stood after each event, and what would be decided once more. */
export function ReplayView({ run }: { readonly run: RunView }) {
  const { events, error } = useEvents(run.id)
  const scroller = useTabScroll<HTMLDivElement>(`${run.id}/replay`)
  return (
    <div ref={scroller} className="@container/run-main min-h-0 flex-1 overflow-y-auto px-6 py-4 @max-[58rem]/run:px-4">
      <h2 className="sr-only">{r.title}</h2>
      {error && <ErrorNote role="alert" what={r.failed} kept={error.message} />}
      {events && events.length > 0 && <Stepped key={`${run.id} ${events.length}`} run={run} events={events} />}
      {run.state !== 'running' && <OnceMore run={run} />}
    </div>
  )
}

function Stepped({ run, events }: { readonly run: RunView; readonly events: readonly RunEvent[] }) {
  const { place, playing, go, play, pause } = usePlaying(events)
  const view = useMemo(() => runViewOf(run.id, events.slice(0, place)), [run.id, events, place])
  const last = events[place - 1]
  const at = last?.at ?? run.startedAt
  const time = formatDuration(Math.max(0, at - run.startedAt))
  return (
    <>
      <div className="sticky top-0 z-10 -mx-1 mb-3 border-b border-line bg-ground px-1 pb-2">
        <div className="flex items-center gap-1.5">
          <IconButton label={r.back} onClick={() => go(place - 1)} disabled={place <= 1}>
            <ChevronLeft size={16} aria-hidden />
          </IconButton>
          <IconButton label={playing ? r.pause : r.play} onClick={playing ? pause : play}>
            {playing ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
          </IconButton>
          <IconButton label={r.forward} onClick={() => go(place + 1)} disabled={place >= events.length}>
            <ChevronRight size={16} aria-hidden />
          </IconButton>
          <Slider label={r.step} value={place} min={1} max={events.length} step={1} text={r.at(place, events.length, time)} onChange={go} />
          <span className="figures flex-none text-12 text-ink-2">{r.at(place, events.length, time)}</span>
        </div>
        <p aria-live="polite" className="mt-1 line-clamp-2 min-h-5 text-pretty wrap-anywhere">
          {last && eventWords(last, view)}
        </p>
      </div>
      <Timeline run={view} inspection={null} now={at} />
      <section aria-label={r.decided} className="mt-4 max-w-[46rem]">
        <h3 className="mb-1.5 text-12 font-semibold text-ink-2">{r.decided}</h3>
        {view.decisions.length === 0 && <p className="text-ink-2">{r.nothing}</p>}
        <DecisionList decisions={view.decisions} startedAt={view.startedAt} />
      </section>
    </>
  )
}
