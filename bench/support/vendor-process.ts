import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Matcher, ScriptedReply } from '../../test/support/vendor-server/script.ts'

const MAIN = join(import.meta.dirname, '../../test/support/vendor-server/main.ts')

/** The vendor server as a process of its own, so that its work is not counted as ours. */
export interface VendorProcess {
  readonly url: string
  script(match: Pick<Matcher, 'vendor'> & { readonly model?: string; readonly user?: string }, ...replies: ScriptedReply[]): Promise<void>
  kill(): void
}

export async function startVendorProcess(): Promise<VendorProcess> {
  const child = spawn(process.execPath, [MAIN, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await addressOf(child)
  return {
    url,
    script: async (match, ...replies) => {
      await fetch(`${url}/__script`, { method: 'POST', body: JSON.stringify({ match, replies }) })
    },
    kill: () => void child.kill(),
  }
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('The vendor server has no standard output.')
  for await (const line of createInterface({ input: stdout })) {
    const found = /http:\/\/[\d.:]+/.exec(line)?.[0]
    if (found) return found
  }
  throw new Error('The vendor server did not start.')
}
