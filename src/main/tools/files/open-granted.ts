import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { TuttiError } from '../../../shared/errors.ts'
import { type Grant, grantedPath } from './granted-path.ts'

/** Windows knows neither; there a link cannot be made without special rights. */
const NO_LINK = constants.O_NOFOLLOW ?? 0
/** A pipe without a writer would be waited for. */
const NO_WAIT = constants.O_NONBLOCK ?? 0

/**
 * Opens a file of the granted folder. What was opened is compared with what the path names afterwards: a link put in its place
 * meanwhile is refused before a byte is read or written.
 */
export async function openGranted<T>(
  grant: Grant,
  path: string,
  mode: 'read' | 'write',
  work: (file: FileHandle, stats: Stats) => Promise<T>,
): Promise<T> {
  const writing = mode === 'write'
  const real = await grantedPath(grant, path, { absent: writing })
  const flags = (writing ? constants.O_RDWR | constants.O_CREAT : constants.O_RDONLY) | NO_LINK | NO_WAIT
  const file = await open(real, flags, 0o644).catch((cause: unknown) => {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    throw new TuttiError(why === 'ENOENT' ? 'not-found' : 'denied', `“${path}” cannot be opened (${why}).`, { cause })
  })
  try {
    const opened = await file.stat()
    if (!opened.isFile()) throw new TuttiError('denied', `“${path}” is no file.`)
    const now = await stat(await grantedPath(grant, path))
    if (now.ino !== opened.ino || now.dev !== opened.dev) throw new TuttiError('denied', `“${path}” was replaced while it was opened.`)
    return await work(file, opened)
  } finally {
    await file.close()
  }
}
