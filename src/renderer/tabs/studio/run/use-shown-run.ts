import { useEffect } from 'react'
import type { RunView } from '../../../../shared/run.ts'
import { useRun, useSession } from '../../../state/use-session.ts'
import { useStudioPlace } from '../use-studio-place.ts'

/** The run that the tab shows, read where the page does not know it yet. */
export function useShownRun(): RunView | undefined {
  const { runs } = useSession()
  const { runId } = useStudioPlace()
  const run = useRun(runId, (view) => view)
  useEffect(() => {
    if (runId !== null && run === undefined) runs.load(runId)
  }, [runs, runId, run])
  return run
}
