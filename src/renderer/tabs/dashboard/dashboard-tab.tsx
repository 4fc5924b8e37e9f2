import { useState } from 'react'
import type { BehindQuery } from '../../../shared/metrics.ts'
import { callCount, runCount } from '../../../shared/tally.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { useSession } from '../../state/use-session.ts'
import { useTabScroll } from '../use-tab-scroll.ts'
import { RunsDrawer } from './behind/runs-drawer.tsx'
import { ShowRunsContext } from './behind/show-runs.ts'
import { DashboardBar } from './dashboard-bar.tsx'
import { EmptyDashboard } from './empty-dashboard.tsx'
import { AllFigures } from './history/all-figures.tsx'
import { FiguresStrip } from './history/figures-strip.tsx'
import { HistoryCharts } from './history/history-charts.tsx'
import { HistoryHead } from './history/history-head.tsx'
import { KindTable } from './history/kind-table.tsx'
import { ModelTable } from './history/model-table.tsx'
import { SpendSection } from './history/spend-section.tsx'
import { useHistory } from './history/use-history.ts'
import { useRead } from './history/use-read.ts'
import { NowSection } from './live/now-section.tsx'
import { useLive } from './live/use-live.ts'
import { useDashboardPlace } from './use-dashboard-place.ts'
import { useVisible } from './use-visible.ts'
import { w } from './words.ts'
import './dashboard.css'

/** What happens now, what has happened, and what it costs. Read while it is seen, and no longer. */
export default function DashboardTab() {
  const { client } = useSession()
  const place = useDashboardPlace()
  const scroller = useTabScroll<HTMLDivElement>('figures')
  const { period, back, compare, filter } = place
  const [paused, setPaused] = useState(false)
  const [behind, setBehind] = useState<BehindQuery | null>(null)
  const visible = useVisible()
  const { live, failed } = useLive(visible && !paused)
  const shown = useHistory({ period, back, filter }, visible)
  const other = useHistory(compare === 0 || period === 'all' ? null : { period, back: back + compare, filter }, visible)
  const month = useRead('month', (signal) => client.metrics.month(undefined, { signal }), visible)
  const history = shown.value
  const before = other.value
  const error = shown.error ?? other.error ?? month.error
  const empty = history !== null && history.first === null && (live?.calls.size ?? 0) === 0
  const nothing = history !== null && callCount(history.total.calls) + runCount(history.total.runs) === 0
  return (
    <ShowRunsContext value={setBehind}>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <DashboardBar history={history} />
        <div ref={scroller} className="dashboard @container min-h-0 flex-1 overflow-y-auto px-6 pt-4 pb-8 max-narrow:px-3">
          {error && (
            <div className="mb-3">
              <ErrorNote role="alert" what={`${w.failed} ${error.message}`} {...(history === null ? {} : { kept: w.stale })} />
            </div>
          )}
          {empty ? (
            <EmptyDashboard />
          ) : (
            <>
              <NowSection live={live} failed={failed} filter={filter} paused={paused} visible={visible} onPause={setPaused} />
              <section aria-labelledby="dashboard-history" className="mt-3.5 border-t border-line pt-2.5">
                <HistoryHead history={history} compared={before} />
                {history && (
                  <>
                    <FiguresStrip history={history} before={before} />
                    {nothing && <p className="mt-4 text-ink-2">{w.nothing}</p>}
                    <div className="dashboard-columns mt-4">
                      <div className="grid min-w-0 content-start gap-5">
                        {history.groups.model.length > 0 && <ModelTable history={history} />}
                        {!nothing && <KindTable history={history} />}
                        {!nothing && <AllFigures total={history.total} before={before?.total ?? null} />}
                      </div>
                      <div className="grid min-w-0 content-start gap-5">
                        {month.value && <SpendSection month={month.value} />}
                        {!nothing && <HistoryCharts history={history} />}
                      </div>
                    </div>
                  </>
                )}
              </section>
            </>
          )}
        </div>
      </div>
      {behind && <RunsDrawer query={behind} onClose={() => setBehind(null)} />}
    </ShowRunsContext>
  )
}
