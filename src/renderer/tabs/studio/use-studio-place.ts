import { useMemo } from 'react'
import type { PipelineId, RunId } from '../../../shared/ids.ts'
import { useTabPlace } from '../use-tab-place.ts'
import { formatStudioPlace, type LibraryPlace, parseStudioPlace, type StudioPlace } from './studio-place.ts'

type Places = StudioPlace & {
  readonly openList: () => void
  readonly openPipeline: (id: PipelineId) => void
  readonly openLibrary: (place: LibraryPlace) => void
  /** A run of the pipeline or command that is open. */
  readonly showRun: (id: RunId | null) => void
}

/** Where in the Studio the user is, and how to go elsewhere. */
export function useStudioPlace(): Places {
  const { place: text, go } = useTabPlace('studio')
  return useMemo(() => {
    const place = parseStudioPlace(text)
    return {
      ...place,
      openList: () => go(''),
      openPipeline: (pipelineId) => go(formatStudioPlace({ pipelineId })),
      openLibrary: (library) => go(formatStudioPlace({ library })),
      showRun: (runId) => go(formatStudioPlace({ ...place, runId })),
    }
  }, [text, go])
}
