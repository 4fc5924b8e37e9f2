import { ComparePage } from './compare/compare-page.tsx'
import { RunList } from './list/run-list.tsx'
import { NewRunDrawer } from './new-run/new-run-drawer.tsx'
import { RunPage } from './run-page.tsx'
import { useRunPlace } from './use-run-place.ts'
import './run.css'

/** Runs of every orchestrator: the list, the form of a new one, one of them, or two side by side. Live while they run, the same after years. */
export default function OrchestrationTab() {
  const { runId, aside } = useRunPlace()
  return (
    <>
      <RunList />
      {runId !== null && <RunPage key={runId} runId={runId} />}
      {aside?.kind === 'new' && <NewRunDrawer />}
      {aside?.kind === 'compare' && <ComparePage left={aside.left} right={aside.right} />}
    </>
  )
}
