import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..')

const INPUTS = ['src', 'package.json', 'vite.host.config.ts', 'electron.vite.config.ts']
const OUTPUTS = [
  'out/host/index.js',
  'out/host/worker.js',
  'out/main/index.js',
  'out/main/worker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]

function changedAt(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => changedAt(join(path, name))))
}

/** Whether something is not built yet, or was changed since. */
export function needsBuild(): boolean {
  const built = OUTPUTS.map((file) => changedAt(join(ROOT, file)))
  return Math.max(...INPUTS.map((path) => changedAt(join(ROOT, path)))) > Math.min(...built)
}

/** Runs `npm run build`. Returns whether it went well; what the tools say is printed where it did not. */
export function build(): boolean {
  process.stderr.write('Building Tutti …\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const built = spawnSync(npm, ['run', '--silent', 'build'], { cwd: ROOT, shell: process.platform === 'win32', encoding: 'utf8' })
  if (built.status !== 0) process.stderr.write(`${built.stdout ?? ''}${built.stderr ?? ''}The build failed.\n`)
  return built.status === 0
}
