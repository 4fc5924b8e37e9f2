import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderError } from './data-folder.ts'

/** `sun_path` holds 104 bytes on macOS and the BSDs and 108 on Linux, with the closing zero. */
const MAX_SOCKET_PATH_BYTES = 103

/**
 * Where the core of a data folder listens: a socket inside the folder; where that path is longer than the system allows, a short one in
 * a folder of this user below the system's temporary folder; on Windows a named pipe.
 */
export function coreSocketPath(home: string): string {
  const digest = createHash('sha256').update(home).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\tutti-${digest}`
  const inside = join(home, 'core.sock')
  if (Buffer.byteLength(inside) <= MAX_SOCKET_PATH_BYTES) return inside
  return join(ownTemporaryFolder(home), `${digest}.sock`)
}

/** The temporary folder is everybody's: a folder that another user put there first is refused. */
function ownTemporaryFolder(home: string): string {
  const user = process.getuid?.() ?? 0
  const folder = join(tmpdir(), `tutti-${user}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== user || (found.mode & 0o077) !== 0) {
    throw folderError(home, `its path is too long for a socket, and ${folder} is not this user's alone`)
  }
  return folder
}
