import { useMemo } from 'react'
import type { RunId } from '../../../shared/ids.ts'
import { useSession, useTabs } from '../../state/use-session.ts'
import { formatRunPlace, parseRunPlace, type RunPlace, type RunViewId } from './run-place.ts'

type Places = RunPlace & {
  readonly openRun: (runId: RunId) => void
  readonly openList: () => void
  /** A view of the run that is shown, with an effect open in it. */
  readonly openView: (view: RunViewId, effect?: string) => void
}

/** Where in Runs the user is, and how to go elsewhere. */
export function useRunPlace(): Places {
  const { tabs } = useSession()
  const draft = useTabs((state) => state.open.find((tab) => tab.kind === 'orchestration')?.draft ?? '')
  return useMemo(() => {
    const place = parseRunPlace(draft)
    return {
      ...place,
      openRun: (runId) => tabs.openRunAt(formatRunPlace({ runId, view: 'overview', effect: null })),
      openList: () => tabs.openRunAt(''),
      openView: (view, effect) => tabs.openRunAt(formatRunPlace({ runId: place.runId, view, effect: effect ?? null })),
    }
  }, [draft, tabs])
}
