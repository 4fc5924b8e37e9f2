import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { TuttiError } from '../../../shared/errors.ts'
import { scrub } from '../../../shared/scrub.ts'
import { say, type Told } from '../../../shared/sentence.ts'
import { failure, told, wordsOf } from '../../../shared/sentences/told.ts'
import type { KeptServer, McpServerView, McpTransport } from '../../../shared/tool.ts'
import { withinTime } from '../within-time.ts'
import { mustBeApproved, type ReadyServer } from './approval.ts'
import { listTools } from './list-tools.ts'
import { openTransport } from './open-transport.ts'
import { resultText } from './result-text.ts'

/** A command may have to be fetched first. */
const START_MS = 60_000
const CALL_MS = 120_000
const VALIDATE_MS = 1_000
const MOST_ERROR = 4_000

export interface McpServersParts {
  /** What does not fit, in sentences. */
  readonly validate: (
    job: { readonly schema: Readonly<Record<string, unknown>>; readonly value: unknown; readonly timeMs: number },
    signal: AbortSignal,
  ) => Promise<string[]>
  readonly appVersion: string
  readonly callMs?: number
}

interface McpListener {
  changed(): void
  offered(id: string, tools: KeptServer['offered']): Promise<void>
}

export interface McpCall {
  readonly tool: string
  readonly inputSchema: Readonly<Record<string, unknown>>
  readonly input: unknown
}

interface Live {
  readonly opening: Promise<Client>
  state: 'starting' | 'ready'
  close(): Promise<void>
  /** Why the connection ended, as far as the transport said. */
  fault: string
}

/** Connections to servers of the Model Context Protocol: opened at first use, and again after one died. */
export class McpServers {
  readonly #parts: McpServersParts
  readonly #live = new Map<string, Live>()
  readonly #failed = new Map<string, Told>()
  #listener: McpListener = { changed: () => undefined, offered: () => Promise.resolve() }

  constructor(parts: McpServersParts) {
    this.#parts = parts
  }

  follow(listener: McpListener): void {
    this.#listener = listener
  }

  state(id: string): Pick<McpServerView, 'text' | 'said'> & { readonly state: 'stopped' | 'starting' | 'ready' | 'failed' } {
    const live = this.#live.get(id)
    if (live !== undefined) return { state: live.state, text: '' }
    const text = this.#failed.get(id)
    return text === undefined ? { state: 'stopped', text: '' } : { state: 'failed', ...told({ text }) }
  }

  /** Starts the server where it does not run, and tells what it offers. */
  async list(server: ReadyServer, signal: AbortSignal): Promise<void> {
    const client = await this.#open(server, signal)
    await this.#listener.offered(server.id, await listTools(client, { signal, timeout: START_MS }))
  }

  /** Throws `denied` where the server is not approved, `invalid-input` where the schema says so, `cut` where the server dies meanwhile. */
  async call(server: ReadyServer, { tool, inputSchema, input }: McpCall, signal: AbortSignal): Promise<string> {
    mustBeApproved(server)
    const { $schema: _, ...schema } = inputSchema
    const problems = await this.#parts.validate({ schema, value: input, timeMs: VALIDATE_MS }, signal)
    const name = `${server.id}/${tool}`
    if (problems.length > 0) throw new TuttiError('invalid-input', `${name} cannot take this input. ${problems.join(' ')}`)
    const client = await this.#open(server, signal)
    const live = this.#live.get(server.id)
    const { CallToolResultSchema } = await import('@modelcontextprotocol/sdk/types.js')
    const callMs = this.#parts.callMs ?? CALL_MS
    const params = { name: tool, arguments: asObject(input) }
    const result = await withinTime(name, callMs, signal, async (within) => {
      try {
        return await client.request({ method: 'tools/call', params }, CallToolResultSchema, { signal: within, timeout: callMs + 1_000 })
      } catch (thrown) {
        within.throwIfAborted()
        throw failureOf(thrown, server, name, live)
      }
    })
    const text = resultText(result)
    if (result.isError === true) throw new TuttiError('bad-request', text.slice(0, MOST_ERROR) || `${name} failed and did not say why.`)
    return text
  }

  async stop(id: string): Promise<void> {
    const live = this.#live.get(id)
    this.#live.delete(id)
    this.#failed.delete(id)
    await live?.close()
  }

  async close(): Promise<void> {
    await Promise.all([...this.#live.keys()].map((id) => this.stop(id)))
  }

  /** Asked by several at once, it starts once; who gives up waiting does not stop it for the others. */
  async #open(server: ReadyServer, signal: AbortSignal): Promise<Client> {
    mustBeApproved(server)
    const live = this.#live.get(server.id) ?? this.#start(server)
    return withinTime(`The server “${server.name}”`, START_MS, signal, () => live.opening)
  }

  #start(server: ReadyServer): Live {
    const over = new AbortController()
    let close = async (): Promise<void> => over.abort(new TuttiError('cancelled', `The server “${server.name}” was stopped.`))
    const open = async (): Promise<Client> => {
      const { Client } = await import('@modelcontextprotocol/sdk/client/index.js')
      const { ToolListChangedNotificationSchema } = await import('@modelcontextprotocol/sdk/types.js')
      const { transport, said } = await openTransport(server.transport)
      const client = new Client({ name: 'tutti', version: this.#parts.appVersion }, { capabilities: {} })
      close = () => client.close()
      client.onclose = () => {
        // Why one did not start is said where it is started.
        if (live.state === 'ready') this.#ended(server.id, live)
      }
      client.onerror = (error) => {
        live.fault = error.message
      }
      client.setNotificationHandler(ToolListChangedNotificationSchema, () => this.#listAgain(server, live))
      try {
        await client.connect(transport, { signal: over.signal, timeout: START_MS })
      } catch (thrown) {
        await client.close()
        const why = thrown instanceof Error ? thrown.message : String(thrown)
        const scrubbed = (text: string) => scrub(text, secretsOf(server.transport))
        const about = { server: server.name, why: scrubbed(why) }
        const words = scrubbed(lastWords(said()))
        const fault = words === '' ? say('server.not-started', about) : say('server.not-started-saying', { ...about, words })
        throw failure('unreachable', fault, { cause: thrown })
      }
      return client
    }
    const live: Live = { opening: open(), state: 'starting', fault: '', close: () => close() }
    this.#failed.delete(server.id)
    this.#live.set(server.id, live)
    this.#listener.changed()
    live.opening.then(
      () => {
        live.state = 'ready'
        this.#listener.changed()
      },
      (thrown) => this.#ended(server.id, live, wordsOf(TuttiError.from(thrown))),
    )
    return live
  }

  #ended(id: string, live: Live, text?: Told): void {
    if (this.#live.get(id) !== live) return
    this.#live.delete(id)
    if (text !== undefined) this.#failed.set(id, text)
    this.#listener.changed()
  }

  async #listAgain(server: ReadyServer, live: Live): Promise<void> {
    if (this.#live.get(server.id) !== live || live.state !== 'ready') return
    const tools = await listTools(await live.opening, { signal: new AbortController().signal, timeout: START_MS })
    await this.#listener.offered(server.id, tools)
  }
}

function failureOf(thrown: unknown, server: ReadyServer, name: string, live: Live | undefined): TuttiError {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const fault = `${message} ${live?.fault ?? ''}`
  if (/exceeded maximum size/i.test(fault)) {
    return failure('malformed', say('server.too-much', { tool: name }), {
      cause: thrown,
      retryable: false,
    })
  }
  if (/connection closed|not connected|fetch failed|terminated/i.test(message)) {
    return failure('cut', say('server.ended', { server: server.name, tool: name }), {
      cause: thrown,
      retryable: false,
    })
  }
  return new TuttiError('bad-request', `${name}: ${message.slice(0, MOST_ERROR)}`, { cause: thrown })
}

function asObject(input: unknown): Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input) ? { ...input } : {}
}

/** Programs say why they did not start in their last words. */
function lastWords(said: string): string {
  const lines = said.trim().split('\n')
  return (lines.findLast((each) => /error/i.test(each)) ?? lines.at(-1) ?? '').trim().slice(0, 300)
}

function secretsOf(transport: McpTransport): string[] {
  return transport.type === 'stdio' ? Object.values(transport.env) : []
}
