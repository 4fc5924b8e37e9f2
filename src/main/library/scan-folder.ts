import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { TuttiError } from '../../shared/errors.ts'
import { say } from '../../shared/sentence.ts'
import { libraryProblem } from './library-problem.ts'
import { type FileReading, isLibraryFile, MOST_FILE_BYTES, readLibraryFile, tooLarge } from './read-library-file.ts'

const DEEPEST = 6
const MOST_FILES = 2_000
const LEFT_OUT = /^(?:node_modules|\..*)$/

/** A file as it was when it was read. */
export interface ScannedFile {
  readonly path: string
  /** Its size and time of change, so that it is read again only after a change. */
  readonly stamp: string
  readonly reading: FileReading
}

export interface FolderScan {
  readonly files: ReadonlyMap<string, ScannedFile>
  /** Files of other kinds, and those beyond the most. */
  readonly leftOut: number
}

/**
 * Reads every file of a folder that can hold an agent or a command. Links are not followed: a folder shows what stands in it. A hidden
 * folder can be chosen and is passed over within one. Never throws for a file; throws `not-found` for the folder.
 */
export async function scanFolder(
  folder: string,
  known: ReadonlyMap<string, ScannedFile> = new Map(),
  signal?: AbortSignal,
): Promise<FolderScan> {
  const files = new Map<string, ScannedFile>()
  let leftOut = 0
  const visit = async (at: string, depth: number): Promise<void> => {
    const entries = (await readdir(at, { withFileTypes: true })).toSorted((a, b) => a.name.localeCompare(b.name))
    for (const entry of entries) {
      signal?.throwIfAborted()
      const path = join(at, entry.name)
      if (entry.isDirectory() && depth < DEEPEST && !LEFT_OUT.test(entry.name)) await visit(path, depth + 1).catch(() => undefined)
      else if (entry.isFile() && isLibraryFile(entry.name) && files.size < MOST_FILES && !entry.name.startsWith('.')) {
        files.set(path, await scanFile(path, relative(folder, path), known.get(path)))
      } else if (!entry.isDirectory()) leftOut += 1
    }
  }
  try {
    await visit(folder, 0)
  } catch (thrown) {
    signal?.throwIfAborted()
    throw new TuttiError('not-found', `The folder ${folder} cannot be read: ${TuttiError.from(thrown).message}`, { cause: thrown })
  }
  return { files, leftOut }
}

/** Reads one file, unless `known` is what it still is. */
export async function scanFile(path: string, file: string, known?: ScannedFile): Promise<ScannedFile> {
  try {
    const { size, mtimeMs } = await stat(path)
    const stamp = `${size} ${mtimeMs}`
    if (known?.stamp === stamp) return known
    const reading = size > MOST_FILE_BYTES ? tooLarge(file, size) : await readLibraryFile(file, await readFile(path))
    return { path, stamp, reading }
  } catch (thrown) {
    const problem = libraryProblem('error', '', say('file.unreadable', { why: TuttiError.from(thrown).message }))
    return { path, stamp: '', reading: { file, text: '', item: null, problems: [problem] } }
  }
}
