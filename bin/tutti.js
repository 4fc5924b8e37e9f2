#!/usr/bin/env node
// Plain JavaScript on purpose: it must still explain itself on a Node that is too old for the rest.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NEEDED = 24
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const built = join(root, 'out', 'host', 'index.js')

/** The Node that comes with the project's optional packages, or null. */
function bundledNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
    const binary = join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(binary) ? binary : null
  } catch {
    return null
  }
}

function startAgainWith(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  // A terminal sends Ctrl-C to both; this one waits for the other to end in order. The rest has to be passed on.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 143)))
}

function build() {
  const script = join(root, 'scripts', 'start.ts')
  if (!existsSync(script) || !existsSync(join(root, 'src'))) {
    console.error(`Tutti is not built: ${built} is missing; install the package again.`)
    process.exit(1)
  }
  const { status } = spawnSync(process.execPath, [script, '--build-only'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) process.exit(1)
}

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  if (!existsSync(built)) build()
  await import(`file://${built.replaceAll('\\', '/')}`)
} else {
  const node = bundledNode()
  if (node === null) {
    console.error(
      `Tutti needs Node ${NEEDED} and this is ${process.version}; install Node ${NEEDED}, or run npm ci without --omit=optional.`,
    )
    process.exit(1)
  }
  startAgainWith(node)
}
