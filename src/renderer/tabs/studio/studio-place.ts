import { PipelineId, RunId } from '../../../shared/ids.ts'
import { LibraryKind, LibraryName } from '../../../shared/library.ts'

/** What of the library is shown: all of it, an import, or one agent or command. */
export type LibraryPlace =
  | { readonly view: 'list' }
  | { readonly view: 'import' }
  | { readonly view: 'entry'; readonly kind: LibraryKind; readonly name: LibraryName }

/** Where in the Studio the user is: in a list, in a pipeline or in the library, and perhaps in one of its runs. */
export type StudioPlace = {
  readonly pipelineId: PipelineId | null
  /** null: among the pipelines. */
  readonly library: LibraryPlace | null
  readonly runId: RunId | null
}

/** No pipeline is called so: those that the app makes have ids without a colon at their end. */
const LIBRARY = 'library:'

/** Reads "pipeline-1/run-1", "library:", "library:/import" and "library:/command/review/run-1"; everything else is the list of pipelines. */
export function parseStudioPlace(text: string): StudioPlace {
  const [first = '', ...rest] = text.split('/')
  if (first !== LIBRARY) return { pipelineId: PipelineId.safeParse(first).data ?? null, library: null, runId: runOf(rest[0]) }
  const [view, name, run] = rest
  const kind = LibraryKind.safeParse(view).data
  const named = LibraryName.safeParse(name).data
  if (kind !== undefined && named !== undefined)
    return { pipelineId: null, library: { view: 'entry', kind, name: named }, runId: runOf(run) }
  return { pipelineId: null, library: { view: view === 'import' ? 'import' : 'list' }, runId: null }
}

export function formatStudioPlace({ pipelineId, library, runId }: Partial<StudioPlace>): string {
  const run = runId == null ? '' : `/${runId}`
  if (library == null) return pipelineId == null ? '' : `${pipelineId}${run}`
  switch (library.view) {
    case 'list':
      return LIBRARY
    case 'import':
      return `${LIBRARY}/import`
    case 'entry':
      return `${LIBRARY}/${library.kind}/${library.name}${run}`
    default:
      return library satisfies never
  }
}

function runOf(text: string | undefined): RunId | null {
  return RunId.safeParse(text).data ?? null
}
