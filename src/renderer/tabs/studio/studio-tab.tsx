import { lazy, Suspense, useEffect, useRef } from 'react'
import type { TabPageProps } from '../tab-kind.ts'
import { useTabPlace } from '../use-tab-place.ts'
import { PipelinePage } from './editor/pipeline-page.tsx'
import { PipelineList } from './list/pipeline-list.tsx'
import { usePipelineActions } from './list/use-pipeline-actions.ts'
import { useStudioPlace } from './use-studio-place.ts'

const LibraryPage = lazy(() => import('./library/library-page.tsx'))

/** Pipelines: the list, or one of them to edit and run; and the library of commands and agents. */
export default function StudioTab({ tabId }: TabPageProps) {
  const { pipelineId, library } = useStudioPlace()
  const { place } = useTabPlace('studio')
  const { create } = usePipelineActions()
  const asked = useRef(false)
  useEffect(() => {
    // The palette's "New pipeline" opens a tab at this place.
    if (place !== 'new' || asked.current) return
    asked.current = true
    void create()
  }, [place, create])
  if (place === 'new') return null
  if (library !== null) {
    return (
      <Suspense fallback={null}>
        <LibraryPage place={library} />
      </Suspense>
    )
  }
  if (pipelineId === null) return <PipelineList />
  return <PipelinePage key={pipelineId} tabId={tabId} pipelineId={pipelineId} />
}
