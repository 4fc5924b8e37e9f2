import { homedir } from 'node:os'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { McpTransport } from '../../../shared/tool.ts'

/** One message of a server at most, in bytes. What is longer ends the connection. */
export const MAX_MESSAGE_BYTES = 8 * 1024 * 1024
const STDERR_KEPT = 2_000

export interface OpenTransport {
  readonly transport: Transport
  /** The last that the process said of itself; empty for an address. */
  readonly said: () => string
}

/**
 * A connection that is not open yet. A command is spawned without a shell, and sees PATH, HOME and the like, and what the user wrote,
 * but no other variable of this process. An address is not left: a redirect is an error.
 */
export async function openTransport(to: McpTransport): Promise<OpenTransport> {
  if (to.type === 'http') {
    const { StreamableHTTPClientTransport } = await import('@modelcontextprotocol/sdk/client/streamableHttp.js')
    return { transport: new StreamableHTTPClientTransport(new URL(to.url), { fetch: limitedFetch }), said: () => '' }
  }
  const { StdioClientTransport } = await import('@modelcontextprotocol/sdk/client/stdio.js')
  const { command, args, env, cwd = homedir() } = to
  const transport = new StdioClientTransport({ command, args, env, cwd, stderr: 'pipe', maxBufferSize: MAX_MESSAGE_BYTES })
  let said = ''
  transport.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-STDERR_KEPT)
  })
  return { transport, said: () => said }
}

async function limitedFetch(url: string | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, redirect: 'error' })
  if (response.body === null) return response
  let left = MAX_MESSAGE_BYTES
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.length
      if (left < 0) controller.error(new Error(`exceeded maximum size of ${MAX_MESSAGE_BYTES} bytes`))
      else controller.enqueue(chunk)
    },
  })
  const { status, statusText, headers } = response
  return new Response(response.body.pipeThrough(limit), { status, statusText, headers })
}
