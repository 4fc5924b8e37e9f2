import type { LibraryProblem } from '../../shared/library.ts'
import type { Told } from '../../shared/sentence.ts'
import { told } from '../../shared/sentences/told.ts'

/** Something about a file, at a place within it. */
export function libraryProblem(level: LibraryProblem['level'], place: string, message: Told): LibraryProblem {
  return { level, place, ...told({ message }) }
}
