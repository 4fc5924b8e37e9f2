import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A folder of `resources`, which lies above this file in the sources as in the built app; null where it does not come along. */
export function shippedFolder(name: string): string | null {
  for (let at = import.meta.dirname; ; at = dirname(at)) {
    const folder = join(at, 'resources', name)
    if (existsSync(folder)) return folder
    if (dirname(at) === at) return null
  }
}
