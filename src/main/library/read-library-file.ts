import { TuttiError } from '../../shared/errors.ts'
import type { LibraryProblem } from '../../shared/library.ts'
import { say } from '../../shared/sentence.ts'
import { wordsOf } from '../../shared/sentences/told.ts'
import { decodeText } from './decode-text.ts'
import type { LibraryItem } from './library-item.ts'
import { libraryProblem } from './library-problem.ts'
import { readDefinition } from './read-definition.ts'
import { readMarkdown } from './read-markdown.ts'

/** A library's files are instructions; more than this is something else. */
export const MOST_FILE_BYTES = 2 * 1024 * 1024

/** What was found in one file. */
export interface FileReading {
  readonly file: string
  readonly text: string
  /** null: neither an agent nor a command; the problems say why. */
  readonly item: LibraryItem | null
  readonly problems: readonly LibraryProblem[]
}

/** Whether a file of this name can hold an agent or a command. */
export function isLibraryFile(file: string): boolean {
  return /\.(?:md|markdown|mdc|json)$/i.test(file)
}

/** Reads the bytes of one file. Never throws for what stands in it. */
export async function readLibraryFile(file: string, bytes: Uint8Array): Promise<FileReading> {
  if (bytes.length > MOST_FILE_BYTES) return tooLarge(file, bytes.length)
  try {
    const { text, encoding } = decodeText(bytes)
    const { item, problems } = /\.json$/i.test(file) ? readDefinition(text, file) : await readMarkdown(text, file)
    const told = encoding === null ? [] : [libraryProblem('note', '', say('file.encoding', { encoding }))]
    return { file, text, item: item === null ? null : { ...item, problems: [...told, ...item.problems] }, problems: [...told, ...problems] }
  } catch (thrown) {
    return { file, text: '', item: null, problems: [libraryProblem('error', '', wordsOf(TuttiError.from(thrown)))] }
  }
}

/** What is said of a file that is not read because of its size. */
export function tooLarge(file: string, size: number): FileReading {
  const mega = (count: number) => `${(count / 1024 / 1024).toFixed(count < MOST_FILE_BYTES * 10 ? 1 : 0)} MB`
  const message = say('file.too-large', { size: mega(size), most: mega(MOST_FILE_BYTES) })
  return { file, text: '', item: null, problems: [libraryProblem('error', '', message)] }
}
