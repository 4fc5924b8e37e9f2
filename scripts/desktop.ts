import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasDisplay } from '../src/main/hosts/cli/show-page.ts'
import { ROOT } from './builder.ts'

export type Desktop = { readonly binary: string } | { readonly reason: string }

const FETCH_LIMIT_MS = 20_000
const folder = join(ROOT, 'node_modules', 'electron')

/** The path of Electron’s program where it was fetched before; null elsewhere. */
export function installedBinary(): string | null {
  const name = join(folder, 'path.txt')
  if (!existsSync(name)) return null
  const binary = join(folder, 'dist', readFileSync(name, 'utf8'))
  return existsSync(binary) ? binary : null
}

/** Electron's binary, fetched by its own install script where it is missing; or why there will be no window. */
export function findDesktop(): Desktop {
  if (!hasDisplay(process.env)) return { reason: 'there is no display' }
  // Chromium's sandbox, which the page is confined by, refuses to run as root.
  if (process.platform === 'linux' && process.getuid?.() === 0) return { reason: 'Electron does not run as root' }
  const present = installedBinary()
  if (present !== null) return { binary: present }
  const installer = join(folder, 'install.js')
  if (!existsSync(installer)) return { reason: 'Electron is not installed' }
  process.stderr.write('Fetching Electron, once …\n')
  const fetched = spawnSync(process.execPath, [installer], { cwd: ROOT, stdio: 'ignore', timeout: FETCH_LIMIT_MS, killSignal: 'SIGKILL' })
  const binary = installedBinary()
  if (binary !== null) return { binary }
  const why = fetched.error === undefined ? 'the download failed' : `no answer within ${FETCH_LIMIT_MS / 1000} s`
  return { reason: `Electron's program could not be fetched (${why})` }
}
