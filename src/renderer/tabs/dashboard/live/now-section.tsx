import { Pause, Play } from 'lucide-react'
import { useState } from 'react'
import type { MetricsFilter } from '../../../../shared/metrics.ts'
import { Button } from '../../../components/button.tsx'
import { classNames } from '../../../components/class-names.ts'
import { Segment } from '../../../components/segment.tsx'
import { w } from '../words.ts'
import { HealthList } from './health-list.tsx'
import { LiveChart, type LiveView } from './live-chart.tsx'
import { LiveLanes } from './live-lanes.tsx'
import { type LiveState, liveCalls, liveSeconds } from './live-state.ts'
import { NowFigures } from './now-figures.tsx'
import { useSecond } from './use-second.ts'

const VIEWS = (['lanes', 'rate', 'tokens', 'times'] as const).map((value) => ({ value, label: w.views[value] }))

type NowSectionProps = {
  readonly live: LiveState | null
  readonly failed: boolean
  readonly filter: MetricsFilter
  readonly paused: boolean
  readonly visible: boolean
  readonly onPause: (paused: boolean) => void
}

/** The last five minutes: who was called when, how much, and how the providers are. */
export function NowSection({ live, failed, filter, paused, visible, onPause }: NowSectionProps) {
  const [view, setView] = useState<'lanes' | LiveView>('lanes')
  const moving = live !== null && (live.calls.size > 0 || live.seconds.size > 0)
  const now = useSecond(visible && !paused && moving) + (live?.ahead ?? 0)
  const calls = live === null ? [] : liveCalls(live, filter, now)
  const seconds = live === null ? [] : liveSeconds(live, filter, now)
  const count = seconds.reduce((sum, { done, failed: wrong, cancelled }) => sum + done + wrong + cancelled, 0)
  const running = calls.filter(({ endedAt }) => endedAt === null)
  const Icon = paused ? Play : Pause
  return (
    <div className="dashboard-columns">
      <section aria-labelledby="dashboard-now" className="min-w-0">
        <div className="flex min-h-8 flex-wrap items-center gap-x-3">
          <i aria-hidden className={classNames('size-[7px] rounded-full', paused ? 'bg-line-strong' : 'bg-accent')} />
          <h2 id="dashboard-now" className="font-semibold">
            {paused ? w.paused : w.now}
          </h2>
          <span className="figures text-12 text-ink-2">
            {count + running.length === 0 ? w.nothingNow : w.callsNow(count + running.length)}
          </span>
          <span className="ml-auto flex items-center gap-1">
            <Segment label={w.view} value={view} options={VIEWS} onChange={setView} />
            <Button look="bare" small onClick={() => onPause(!paused)}>
              <Icon size={14} aria-hidden />
              {paused ? w.resume : w.pause}
            </Button>
          </span>
        </div>
        {failed && !paused && <p className="text-12 text-warn">{w.liveFailed}</p>}
        {view === 'lanes' ? <LiveLanes calls={calls} now={now} /> : <LiveChart view={view} seconds={seconds} now={now} />}
      </section>
      <section aria-label={w.health} className="min-w-0 pt-8 max-wide:pt-2">
        <NowFigures seconds={seconds} running={running} />
        <HealthList endpoints={live?.endpoints ?? []} now={now} />
      </section>
    </div>
  )
}
