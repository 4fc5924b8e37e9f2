import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { onTestFinished } from 'vitest'

/** A new data folder that is gone when the test is. */
export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'tutti-test-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }))
  return home
}

export interface LineProcess {
  readonly child: ChildProcess
  /** The next line of standard output; rejects when the process ends without one. */
  line(): Promise<string>
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** Starts a TypeScript file of this project in a process of its own, which is killed when the test is over. */
export function startProcess(file: string, args: readonly string[], env: Record<string, string> = {}): LineProcess {
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: Interface = createInterface({ input: child.stdout })
  const iterator = lines[Symbol.asyncIterator]()
  return {
    child,
    line: async () => {
      const { value, done } = await iterator.next()
      if (done) throw new Error(`${file} ended without another line.`)
      return value
    },
    end: async (signal) => {
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
      return child.exitCode
    },
  }
}
