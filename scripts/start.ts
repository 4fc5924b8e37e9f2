import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { hasDisplay } from '../src/main/hosts/cli/show-page.ts'
import { build, needsBuild, ROOT } from './builder.ts'
import { findDesktop } from './desktop.ts'

/** A desktop that ends with an error this soon (in ms) never showed its window: a library or the sandbox is missing. */
const WINDOW_SHOWS_WITHIN_MS = 5_000

/** `npm start`: the desktop window where there can be one, else the page on this computer's own address. */
const wanted = process.argv.slice(2)
if (needsBuild() && !build()) process.exit(1)
if (!wanted.includes('--build-only')) process.exitCode = await start()

async function start(): Promise<number> {
  const desktop = wanted.includes('--browser') ? { reason: '--browser was given' } : findDesktop()
  if ('reason' in desktop) return showInBrowser(desktop.reason)
  const startedAt = performance.now()
  const code = await run(desktop.binary, [ROOT])
  const cameUp = code === 0 || performance.now() - startedAt > WINDOW_SHOWS_WITHIN_MS
  return cameUp ? code : showInBrowser(`Electron ended with code ${code}`)
}

function showInBrowser(reason: string): Promise<number> {
  process.stderr.write(`No window: ${reason}. Tutti shows itself in the browser instead.\n`)
  const opening = hasDisplay(process.env) ? ['--open'] : []
  return run(process.execPath, [join(ROOT, 'out', 'host', 'index.js'), 'serve', ...opening])
}

/** Ctrl-C reaches the child by the terminal; it ends in order, and then so does this. */
function run(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit' })
  const wait = () => undefined
  const pass = () => child.kill('SIGTERM')
  process.on('SIGINT', wait)
  process.on('SIGTERM', pass)
  return new Promise((resolve) => {
    const end = (code: number) => {
      process.off('SIGINT', wait)
      process.off('SIGTERM', pass)
      resolve(code)
    }
    child.on('error', () => end(127))
    child.on('exit', (code) => end(code ?? 1))
  })
}
