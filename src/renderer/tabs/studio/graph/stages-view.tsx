import { lazy, Suspense } from 'react'
import { NARROW, useMedia } from '../../../state/use-media.ts'
import { useNow } from '../../../state/use-now.ts'
import { liveStages } from '../run/live-stages.ts'
import { useShownRun } from '../run/use-shown-run.ts'
import { StageList } from './stage-list.tsx'

const PipelineGraph = lazy(() => import('./pipeline-graph.tsx'))

const NOTHING = new Map<never, never>()

type StagesViewProps = { readonly live?: boolean; readonly onEdit: () => void }

/** The stages as a graph, where there is no room for it as a list; `live`: with the states of the run that the tab shows. */
export function StagesView({ live: isLive = true, onEdit }: StagesViewProps) {
  const narrow = useMedia(NARROW)
  const run = useShownRun()
  const now = useNow(run?.state === 'running')
  const live = run === undefined || !isLive ? NOTHING : liveStages(run, now)
  if (narrow) return <StageList live={live} hidden={false} onEdit={onEdit} />
  return (
    <>
      <Suspense fallback={<div className="flex-1" />}>
        <PipelineGraph live={live} onEdit={onEdit} />
      </Suspense>
      <StageList live={live} hidden onEdit={onEdit} />
    </>
  )
}
