import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const ENTRY = join(import.meta.dirname, '../../../src/main/hosts/cli/index.ts')

export interface Finished {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Running {
  readonly pid: number
  /** Resolves when standard error or standard output holds the text; rejects when the process ends without it. */
  said(text: string): Promise<void>
  kill(signal: NodeJS.Signals): void
  readonly finished: Promise<Finished>
}

/** Starts the command line in a process of its own, as a user would, with nothing of this process's environment but the path. */
export function startTutti(
  home: string,
  words: readonly string[],
  { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {},
): Running {
  const child = spawn(process.execPath, [ENTRY, ...words], { env: { PATH: process.env.PATH ?? '', TUTTI_HOME: home, ...env } })
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stdin.end(input)
  let [out, err] = ['', '']
  const waiting = new Set<() => void>()
  const heard = () => {
    for (const check of waiting) check()
  }
  child.stdout.on('data', (piece) => {
    out += String(piece)
    heard()
  })
  child.stderr.on('data', (piece) => {
    err += String(piece)
    heard()
  })
  const finished = once(child, 'close').then(() => ({ code: child.exitCode, out, err }))
  const said = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const check = () => {
        if (`${out}\n${err}`.includes(text)) resolve()
      }
      waiting.add(check)
      check()
      void finished.then(() => reject(new Error(`tutti ended without saying "${text}". It said: ${out}${err}`)))
    })
  return { pid: child.pid ?? 0, said, kill: (signal) => void child.kill(signal), finished }
}

export async function tutti(home: string, words: readonly string[], options?: Parameters<typeof startTutti>[2]): Promise<Finished> {
  return startTutti(home, words, options).finished
}
