import type { LibraryProblem } from '../../../shared/library.ts'
import type { Pipeline } from '../../../shared/pipeline.ts'

/** A command as a pipeline, and what of its file has no counterpart there. */
export interface Compiled {
  readonly pipeline: Pipeline
  readonly problems: readonly LibraryProblem[]
}
