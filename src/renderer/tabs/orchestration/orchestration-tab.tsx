import { RunList } from './list/run-list.tsx'
import { RunPage } from './run-page.tsx'
import { useRunPlace } from './use-run-place.ts'
import './run.css'

/** Runs of every orchestrator: the list, and one of them with its steps, its effects and its cost. Live while it runs, the same after years. */
export default function OrchestrationTab() {
  const { runId } = useRunPlace()
  return (
    <>
      <RunList />
      {runId !== null && <RunPage key={runId} runId={runId} />}
    </>
  )
}
