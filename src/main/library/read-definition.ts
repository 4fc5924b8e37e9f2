import { CommandDefinition } from '../../shared/command-definition.ts'
import { TuttiError } from '../../shared/errors.ts'
import type { LibraryProblem } from '../../shared/library.ts'
import { say, type Told } from '../../shared/sentence.ts'
import { isRecord, unknownFields } from '../../shared/unknown-fields.ts'
import { definitionFlaws } from './compile/definition-flaws.ts'
import type { DefinitionItem } from './library-item.ts'
import { libraryProblem } from './library-problem.ts'
import { libraryName, nameOfFile } from './names.ts'

const MOST_TOLD = 40

/** Reads a JSON command definition; every place that does not hold is a problem of its own. */
export function readDefinition(
  text: string,
  file: string,
): { readonly item: DefinitionItem | null; readonly problems: readonly LibraryProblem[] } {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (thrown) {
    return refused('', say('file.no-json', { why: TuttiError.from(thrown).message }))
  }
  if (!isRecord(raw) || !('phases' in raw)) return refused('phases', say('file.no-phases'))
  const fallback = nameOfFile(file)
  const read = CommandDefinition.safeParse('name' in raw || fallback === null ? raw : { ...raw, name: fallback })
  if (!read.success) {
    const problems = read.error.issues.slice(0, MOST_TOLD).map((issue): LibraryProblem => {
      return { level: 'error', place: issue.path.map(String).join('.'), message: issue.message }
    })
    return { item: null, problems }
  }
  const definition = read.data
  const name = libraryName(definition.name) ?? fallback
  if (name === null) return refused('name', say('file.bad-name', { name: definition.name }))
  if (definition.phases.every(({ agents }) => agents.length === 0)) return refused('phases', say('file.no-agents'))
  const unknown = unknownFields(raw, definition)
  const problems = [
    ...definitionFlaws(definition),
    ...unknown.slice(0, MOST_TOLD).map((place) => libraryProblem('note', place, say('file.unknown-field'))),
    ...(unknown.length > MOST_TOLD ? [more(unknown.length - MOST_TOLD)] : []),
  ]
  const { description, argumentHint } = definition
  const item: DefinitionItem = { kind: 'command', format: 'json', name, description, hint: argumentHint ?? '', definition, problems }
  return { item, problems }
}

function more(count: number): LibraryProblem {
  return libraryProblem('note', '', say('file.unknown-fields', { n: count }))
}

function refused(place: string, message: Told): { item: null; problems: LibraryProblem[] } {
  return { item: null, problems: [libraryProblem('error', place, message)] }
}
