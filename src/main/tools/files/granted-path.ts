import { lstat, realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { TuttiError } from '../../../shared/errors.ts'

export interface Grant {
  /** The folder that the user chose. */
  readonly folder: string
  /** Folders that are never read or written, wherever the granted one lies: Tutti's own data. */
  readonly closed: readonly string[]
}

/**
 * The real path of something in the granted folder. Links are followed first and judged by where they lead, as are `..`, other
 * spellings and other cases of a name: the file system says what a path is. For a file that is not there yet, its folder has to be.
 * Throws `denied` outside of the folder, `not-found` where there is nothing.
 */
export async function grantedPath({ folder, closed }: Grant, path: string, { absent = false } = {}): Promise<string> {
  if (path.includes('\0')) throw new TuttiError('invalid-input', 'A path cannot hold a zero character.')
  const root = await rootOf(folder)
  const wanted = isAbsolute(path) ? resolve(path) : resolve(root, path)
  const real = await realOf(wanted, absent)
  if (real === null) throw new TuttiError('not-found', `There is no “${path}” in the folder.`)
  const shut = await Promise.all(closed.map((each) => realpath(each).catch(() => resolve(each))))
  if (!isWithin(root, real) || shut.some((each) => isWithin(each, real))) {
    throw new TuttiError('denied', `“${path}” is not in the folder that tools may use.`)
  }
  return real
}

async function rootOf(folder: string): Promise<string> {
  const root = await realpath(folder).catch(() => null)
  if (root === null || !(await stat(root)).isDirectory()) {
    throw new TuttiError('not-found', 'The folder that tools may use is not there any more. Choose one under Settings, Tools.')
  }
  return root
}

/** Null where there is nothing. A link that leads nowhere is something, and is not followed. */
async function realOf(path: string, absent: boolean): Promise<string | null> {
  const real = await realpath(path).catch(() => null)
  if (real !== null || !absent) return real
  if ((await lstat(path).catch(() => null)) !== null) throw new TuttiError('denied', 'The path is a link that leads nowhere.')
  const parent = await realpath(dirname(path)).catch(() => null)
  if (parent === null) throw new TuttiError('not-found', 'The folder of this file is not there.')
  return join(parent, relative(dirname(path), path))
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}
