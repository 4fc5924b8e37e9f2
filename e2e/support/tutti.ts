import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { z } from 'zod'
import type { contract } from '../../src/shared/contract.ts'

const HOST = resolve('out/host/index.js')

export type Client = ContractRouterClient<typeof contract>

/** The built program in a process of its own, on a data folder of its own unless one is given. */
export interface Tutti {
  readonly home: string
  readonly process: ChildProcess
  /** Everything that it wrote to standard output and error. */
  output(): string
  /** An address with a fresh code. */
  address(): Promise<string>
  /** Calls like a page's, with a token of its own. */
  client(): Promise<Client>
  /** SIGKILL: nothing is tidied up. */
  kill(): Promise<void>
  close(): Promise<void>
}

export function newHome(): string {
  return mkdtempSync(join(tmpdir(), 'tutti-e2e-'))
}

/** What a process of ours inherits: no key of the machine's, a passphrase so that keys survive a restart. */
export function environment(home: string, more: Record<string, string> = {}): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: home, TUTTI_HOME: home, TUTTI_PASSPHRASE: 'correct horse battery staple', ...more }
}

export async function startTutti(options: { home?: string; env?: Record<string, string> } = {}): Promise<Tutti> {
  const home = options.home ?? newHome()
  const env = environment(home, options.env)
  const child = spawn(process.execPath, [HOST, 'serve', '--port', '0'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const written: string[] = []
  child.stdout.on('data', (data) => written.push(String(data)))
  child.stderr.on('data', (data) => written.push(String(data)))
  let first: string | null = await firstLine(child, written)
  const address = async () => {
    const url = first ?? (await run(['open'], home)).stdout.trim()
    first = null
    return url
  }
  return {
    home,
    process: child,
    output: () => written.join(''),
    address,
    client: async () => clientAt(await address()),
    kill: () => end(child, 'SIGKILL'),
    close: () => end(child, 'SIGTERM'),
  }
}

/** Runs a command of the command line to its end. */
export async function run(
  args: readonly string[],
  home: string,
  options: { env?: Record<string, string>; input?: string } = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [HOST, ...args], { env: environment(home, options.env), stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(options.input ?? '')
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (data) => (stdout += String(data)))
  child.stderr.on('data', (data) => (stderr += String(data)))
  await once(child, 'close')
  return { code: child.exitCode, stdout, stderr }
}

async function firstLine(child: ChildProcess, written: readonly string[]): Promise<string> {
  if (!child.stdout) throw new Error('The process has no standard output.')
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('http://')) return line
  throw new Error(`Tutti ended before it printed an address: ${written.join('')}`)
}

async function clientAt(address: string): Promise<Client> {
  const { origin, hash } = new URL(address)
  const response = await fetch(new URL('/session', origin), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ code: hash.replace('#code=', '') }),
  })
  const { token } = z.object({ token: z.string() }).parse(await response.json())
  return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { authorization: `Bearer ${token}`, origin } }))
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = once(child, 'close')
  child.kill(signal)
  await closed
}
