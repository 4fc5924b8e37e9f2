import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { hasDisplay } from '../src/main/hosts/cli/show-page.ts'
import { build, needsBuild, ROOT } from './builder.ts'
import { findDesktop } from './desktop.ts'

/** `npm start`: the desktop window where there can be one, else the page on this computer's own address. */
const wanted = process.argv.slice(2)
if (needsBuild() && !build()) process.exit(1)
if (!wanted.includes('--build-only')) start()

function start(): void {
  const desktop = wanted.includes('--browser') ? { reason: '--browser was given' } : findDesktop()
  if ('binary' in desktop) {
    run(desktop.binary, [ROOT])
    return
  }
  process.stderr.write(`No window: ${desktop.reason}. Tutti shows itself in the browser instead.\n`)
  const opening = hasDisplay(process.env) ? ['--open'] : []
  run(process.execPath, [join(ROOT, 'out', 'host', 'index.js'), 'serve', ...opening])
}

/** Ctrl-C reaches the child by the terminal; it ends in order, and then so does this. */
function run(program: string, args: readonly string[]): void {
  const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit' })
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('error', (error) => {
    process.stderr.write(`${program} cannot be started (${error.message}).\n`)
    process.exit(1)
  })
  child.on('exit', (code) => process.exit(code ?? 1))
}
