import { lazy, type ReactNode, Suspense } from 'react'
import type { RunView } from '../../../shared/run.ts'
import type { RunInspection } from '../../../shared/run-inspection.ts'
import { m } from '../../app/messages.ts'
import { useNow } from '../../state/use-now.ts'
import { useTabScroll } from '../use-tab-scroll.ts'
import { ContextList } from './context-list.tsx'
import { FiguresStrip } from './figures-strip.tsx'
import { GraphPlace } from './graph/graph-place.tsx'
import { LatestDecisions } from './latest-decisions.tsx'
import { RunProblem } from './run-problem.tsx'
import { stepsOf } from './steps/steps-of.ts'
import { Timeline } from './timeline/timeline.tsx'
import { TodoList } from './todo/todo-list.tsx'
import { UndoList } from './todo/undo-list.tsx'
import { WaitList } from './waits/wait-list.tsx'

// The graph and its layout are the heaviest part of this tab, so they come when a run is looked at.
const RunGraph = lazy(() => import('./graph/run-graph.tsx'))

type OverviewProps = { readonly run: RunView; readonly inspection: RunInspection | null }

/** What the run waits for, its figures, its graph and its score; beside them what is left to do and what was decided. */
export function Overview({ run, inspection }: OverviewProps) {
  const now = useNow(run.state === 'running')
  const steps = stepsOf(run)
  // The whole view scrolls where there is no room for two columns.
  const whole = useTabScroll<HTMLDivElement>(`${run.id}/overview`)
  const column = useTabScroll<HTMLDivElement>(`${run.id}/overview/column`)
  return (
    <div ref={whole} className="flex min-h-0 flex-1 @max-[58rem]/run:block @max-[58rem]/run:overflow-y-auto">
      <div
        ref={column}
        className="@container/run-main min-h-0 min-w-0 flex-1 overflow-y-auto px-6 pt-3.5 pb-6 @max-[58rem]/run:overflow-visible @max-[58rem]/run:px-4"
      >
        <WaitList run={run} />
        <RunProblem run={run} inspection={inspection} />
        {run.resumed > 0 && <p className="mb-3 text-12 text-ink-2">{m.runs.resumed(run.resumed)}</p>}
        <FiguresStrip run={run} inspection={inspection} now={now} />
        <Part title={m.runs.graph} hint={<CriticalKey />}>
          <Suspense fallback={<GraphPlace steps={steps} />}>
            <RunGraph steps={steps} now={now} />
          </Suspense>
        </Part>
        <Part title={m.runs.timeline} hint={<WaitingKey />}>
          <Timeline run={run} inspection={inspection} now={now} />
        </Part>
      </div>
      <aside
        aria-label={m.runs.todo}
        className="w-[21.75rem] flex-none overflow-y-auto border-l border-line bg-sheet @max-[58rem]/run:w-auto @max-[58rem]/run:border-t @max-[58rem]/run:border-l-0"
      >
        <TodoList run={run} now={now} />
        <UndoList run={run} />
        <ContextList run={run} />
        <LatestDecisions run={run} />
      </aside>
    </div>
  )
}

function Part({ title, hint, children }: { readonly title: string; readonly hint: ReactNode; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-3.5 border-t border-line pt-3">
      <div className="mb-3 flex min-h-5 items-center">
        <h2 className="font-semibold">{title}</h2>
        <span className="ml-auto inline-flex items-center gap-1.5 text-12 text-ink-2">{hint}</span>
      </div>
      {children}
    </section>
  )
}

function CriticalKey() {
  return (
    <>
      <i aria-hidden className="block h-0.5 w-5.5 bg-ink" />
      {m.runs.criticalPath}
    </>
  )
}

function WaitingKey() {
  return (
    <>
      <i aria-hidden className="run-key-hold" />
      {m.runs.waitingKey}
    </>
  )
}
