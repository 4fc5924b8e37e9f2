import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

export interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly cache: string
}

/** Reads a file of the built page by the path of its address; null where there is none, or where the path leads outside. */
export async function readPageFile(folder: string, pathname: string): Promise<PageFile | null> {
  const path = decodePath(pathname === '/' ? '/index.html' : pathname)
  const type = path === null ? undefined : TYPES[extname(path)]
  if (path === null || type === undefined) return null
  const file = normalize(join(folder, path))
  if (!file.startsWith(normalize(folder + sep))) return null
  try {
    const body = new Uint8Array(await readFile(file))
    // The bundler puts a hash of the content into the name of everything under assets.
    return { body, type, cache: path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store' }
  } catch {
    return null
  }
}

function decodePath(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname)
    return path.includes('\0') ? null : path
  } catch {
    return null
  }
}
