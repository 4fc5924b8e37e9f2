import { useEffect, useRef } from 'react'
import type { TabPageProps } from '../tab-kind.ts'
import { useTabPlace } from '../use-tab-place.ts'
import { PipelinePage } from './editor/pipeline-page.tsx'
import { PipelineList } from './list/pipeline-list.tsx'
import { usePipelineActions } from './list/use-pipeline-actions.ts'
import { useStudioPlace } from './use-studio-place.ts'

/** Pipelines: the list, or one of them to edit and run. */
export default function StudioTab({ tabId }: TabPageProps) {
  const { pipelineId } = useStudioPlace()
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
  if (pipelineId === null) return <PipelineList />
  return <PipelinePage key={pipelineId} tabId={tabId} pipelineId={pipelineId} />
}
