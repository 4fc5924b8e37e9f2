import { PipelineId, RunId } from '../../../shared/ids.ts'

/** Where in the Studio the user is: in the list, or in a pipeline and perhaps one of its runs. */
export type StudioPlace = { readonly pipelineId: PipelineId | null; readonly runId: RunId | null }

/** Reads "pipeline-1" and "pipeline-1/run-1"; everything else is the list. */
export function parseStudioPlace(text: string): StudioPlace {
  const [pipeline = '', run = ''] = text.split('/')
  return { pipelineId: PipelineId.safeParse(pipeline).data ?? null, runId: RunId.safeParse(run).data ?? null }
}

export function formatStudioPlace({ pipelineId, runId }: StudioPlace): string {
  if (pipelineId === null) return ''
  return runId === null ? pipelineId : `${pipelineId}/${runId}`
}
