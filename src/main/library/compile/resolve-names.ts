import type { ModelRef } from '../../../shared/ids.ts'
import type { LibraryProblem } from '../../../shared/library.ts'
import { say } from '../../../shared/sentence.ts'
import { libraryProblem } from '../library-problem.ts'
import type { CompileGround } from './compile-ground.ts'

/** The tools of this app for those that a file names; the others are reported. */
export function resolveTools(written: readonly string[], place: string, ground: CompileGround, problems: LibraryProblem[]): string[] {
  const missing = new Set<string>()
  const found = written.flatMap((each) => {
    if (each === '*') return []
    const name = ground.tool(each)
    if (name === null) missing.add(each)
    return name === null ? [] : [name]
  })
  if (missing.size > 0) {
    problems.push(libraryProblem('note', place, say('command.no-tools', { tools: [...missing] })))
  }
  return [...new Set(found)]
}

/** The model that a file asks for; where there is none of that name the preset answers, and that is reported. */
export function resolveModel(written: string | null, place: string, ground: CompileGround, problems: LibraryProblem[]): ModelRef | null {
  if (written === null || /^(?:inherit|default|auto)$/i.test(written)) return null
  const model = ground.model(written)
  const message = model === null ? say('command.no-model', { model: written }) : say('command.model', { written, model })
  if (model !== written) problems.push(libraryProblem('note', place, message))
  return model
}
