import { spawn } from 'node:child_process'
import { homedir } from 'node:os'

const MOST_OUTPUT = 200_000
const INHERITED =
  process.platform === 'win32'
    ? ['PATH', 'PATHEXT', 'SYSTEMROOT', 'SYSTEMDRIVE', 'TEMP', 'TMP', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'COMSPEC']
    : ['PATH', 'LANG', 'LC_ALL', 'TERM', 'TMPDIR', 'USER', 'LOGNAME']

export interface CommandEnd {
  /** null: ended by a signal. */
  readonly code: number | null
  readonly output: string
  /** It wrote more than is kept and was stopped. */
  readonly cut: boolean
}

/**
 * Runs a program with its arguments: no shell reads them, and of this process's variables it sees those alone that every program needs.
 * Ends it, and all that it started, when the signal aborts or it writes too much. Throws where it cannot be started.
 */
export function runCommand(argv: readonly [string, ...string[]], cwd: string, signal: AbortSignal): Promise<CommandEnd> {
  signal.throwIfAborted()
  const [program, ...args] = argv
  const env = {
    HOME: homedir(),
    ...Object.fromEntries(INHERITED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
  }
  const { promise, resolve, reject } = Promise.withResolvers<CommandEnd>()
  // A group of its own, so that what it started ends with it.
  const detached = process.platform !== 'win32'
  const child = spawn(program, args, { cwd, env, shell: false, detached, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
  let output = ''
  let cut = false
  const end = () => {
    try {
      if (detached && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      else child.kill('SIGKILL')
    } catch {
      // It ended by itself meanwhile.
    }
  }
  const stop = () => {
    end()
    reject(signal.reason)
  }
  const take = (chunk: Buffer) => {
    if (cut) return
    output += chunk.toString()
    if (output.length <= MOST_OUTPUT) return
    output = output.slice(0, MOST_OUTPUT)
    cut = true
    end()
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  child.on('error', reject)
  child.on('close', (code) => resolve({ code, output, cut }))
  signal.addEventListener('abort', stop, { once: true })
  return promise.finally(() => signal.removeEventListener('abort', stop))
}
