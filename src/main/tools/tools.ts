import type { AppEventBody } from '../../shared/app-state.ts'
import { TuttiError } from '../../shared/errors.ts'
import type { ToolSpec } from '../../shared/model.ts'
import type { KeptServer, KeptTools, McpServer, OfferedTool, ToolOptions, ToolPermission, ToolsState, ToolView } from '../../shared/tool.ts'
import { digestOf } from '../kernel/digest.ts'
import type { Tool } from '../kernel/tool.ts'
import { cutResult } from './cut-result.ts'
import type { DefinedTool } from './defined-tool.ts'
import { allowedBy, replaced, withoutLeave } from './kept-tools.ts'
import type { ReadyServer } from './mcp/approval.ts'
import type { McpServers } from './mcp/mcp-servers.ts'
import {
  keptTransport,
  missingVariables,
  type ServerVariables,
  shownTransport,
  variableNames,
  wholeTransport,
} from './mcp/server-variables.ts'
import type { Seal } from './open-seal.ts'
import { withinTime } from './within-time.ts'

export interface ToolsParts {
  readonly store: { tools(): Promise<KeptTools>; saveTools(kept: KeptTools): Promise<void> }
  readonly builtIn: readonly DefinedTool[]
  readonly servers: McpServers
  readonly variables: ServerVariables
  /** What was not allowed in this data folder is not allowed. */
  readonly seal: Seal
  readonly publish: (event: AppEventBody) => void
}

/** Every tool there is, what each may do, and what all of them may reach. Nothing but what is harmless is callable until the user allows it. */
export class Tools {
  readonly #parts: ToolsParts
  #kept: KeptTools
  #last: Promise<unknown> = Promise.resolve()
  readonly #removed = new Map<string, { readonly server: KeptServer; readonly env: Readonly<Record<string, string>> }>()

  private constructor(parts: ToolsParts, kept: KeptTools) {
    this.#parts = parts
    this.#kept = kept
  }

  static async load(parts: ToolsParts): Promise<Tools> {
    const kept = await parts.store.tools()
    const ours = kept.seal === parts.seal(allowedBy(kept))
    const tools = new Tools(parts, ours ? kept : withoutLeave(kept))
    await tools.#hideVariables()
    parts.servers.follow({ changed: () => tools.announce(), offered: (id, offered) => tools.#offered(id, offered) })
    return tools
  }

  get options(): ToolOptions {
    return this.#kept.options
  }

  /** Tells all windows; also when what a tool needs changed elsewhere. */
  announce(): void {
    this.#parts.publish({ type: 'tools-changed', tools: this.state() })
  }

  state(): ToolsState {
    const { servers, options } = this.#kept
    return {
      tools: [...this.#parts.builtIn.map((tool) => this.#builtInView(tool)), ...servers.flatMap((server) => this.#toolsOf(server))],
      servers: servers.map((server) => {
        const { id, name, offered } = server
        const state = this.#ready(server).approved ? this.#parts.servers.state(id) : ({ state: 'not-approved', text: '' } as const)
        const transport = shownTransport(server, this.#parts.variables)
        return { id, name, transport, digest: this.#digest(server), ...state, tools: offered.map((tool) => tool.name) }
      }),
      options,
    }
  }

  permission(name: string): ToolPermission {
    return this.#find(name)?.permission ?? 'never'
  }

  /** What a model is offered of these: those that exist, may be called and lack nothing. */
  offer(names: readonly string[]): OfferedTool[] {
    return [...new Set(names)].flatMap((name) => {
      const tool = this.#find(name)
      return tool === undefined || tool.permission === 'never' || tool.needs !== null
        ? []
        : [{ ...specOf(tool), permission: tool.permission }]
    })
  }

  /** The same for names that must be tools, as pipelines name them. Throws `not-found` for one that is none. */
  offerAll(names: readonly string[]): OfferedTool[] {
    return this.offer(names.map((name) => this.#view(name).name))
  }

  /** A tool as runs call it: refused where it was switched off meanwhile, cut, and given up in time. Throws `not-found`. */
  find(name: string): Tool {
    const view = this.#view(name)
    return {
      name,
      readOnly: view.readOnly,
      idempotent: view.readOnly,
      leaves: view.source.type === 'mcp' || this.#parts.builtIn.some((tool) => tool.name === name && tool.leaves),
      run: async (input, { signal }) => {
        const { permission, needs } = this.#view(name)
        if (permission === 'never') throw new TuttiError('denied', `The tool ${name} is switched off under Settings, Tools.`)
        if (needs !== null) throw new TuttiError('denied', `The tool ${name} lacks something: ${NEEDS[needs]}`)
        return { content: cutResult(await this.#run(view, input, signal)) }
      },
    }
  }

  setPermission(name: string, permission: ToolPermission): Promise<void> {
    const { asksEachTime } = this.#view(name)
    if (asksEachTime && permission === 'always') {
      throw new TuttiError('invalid-input', `${name} asks at every call; it cannot be allowed once and for all.`, {
        data: { field: 'permission' },
      })
    }
    return this.#change((kept) => ({ ...kept, permissions: { ...kept.permissions, [name]: permission } }))
  }

  setOptions(options: ToolOptions): Promise<void> {
    return this.#change((kept) => ({ ...kept, options }))
  }

  /** Adds the server, or changes it. A changed command, environment, folder or address has to be approved anew. */
  async saveServer({ id, name, transport }: McpServer): Promise<void> {
    const { seal, servers, variables } = this.#parts
    const old = this.#kept.servers.find((server) => server.id === id)
    const same = old !== undefined && this.#digest(old) === seal(transport)
    if (!same) await servers.stop(id)
    const env = transport.type === 'stdio' ? transport.env : {}
    await variables.remove(
      id,
      variableNames(old?.transport).filter((variable) => !Object.hasOwn(env, variable)),
    )
    await variables.set(id, env)
    const approved = same ? old.approved : null
    const kept: KeptServer = { id, name, transport: keptTransport(transport), approved, offered: old?.offered ?? [] }
    await this.#change((now) => ({ ...now, servers: replaced(now.servers, kept) }))
  }

  /** `digest`: of what the person saw. Throws `denied` where that is not what would run. Starts the server to see its tools. */
  async approveServer({ id, digest }: { readonly id: string; readonly digest: string }, signal?: AbortSignal): Promise<void> {
    const server = this.#server(id)
    const missing = missingVariables(server, this.#parts.variables)
    if (missing.length > 0) {
      const names = missing.join(', ')
      throw new TuttiError('denied', `“${server.name}” lacks the value of ${names}. Remove it and add it again with its variables.`)
    }
    if (this.#digest(server) !== digest) {
      throw new TuttiError('denied', `“${server.name}” was changed after it was shown. Look at it again before you approve it.`)
    }
    const approved = { ...server, approved: digest }
    await this.#change((kept) => ({ ...kept, servers: replaced(kept.servers, approved) }))
    await this.#parts.servers.list(this.#ready(approved), signal ?? new AbortController().signal)
  }

  async removeServer(id: string): Promise<void> {
    const server = this.#server(id)
    const whole = wholeTransport(server, this.#parts.variables)
    this.#removed.set(id, { server, env: whole.type === 'stdio' ? whole.env : {} })
    await this.#parts.servers.stop(id)
    await this.#change((kept) => ({ ...kept, servers: kept.servers.filter((other) => other.id !== id) }))
    await this.#parts.variables.remove(id, variableNames(server.transport))
  }

  /** Brings a server back that was removed since Tutti started, with its approval. */
  async restoreServer(id: string): Promise<void> {
    const removed = this.#removed.get(id)
    if (removed === undefined) throw new TuttiError('not-found', `No server “${id}” was removed.`)
    this.#removed.delete(id)
    await this.#parts.variables.set(id, removed.env)
    await this.#change((kept) => ({ ...kept, servers: replaced(kept.servers, removed.server) }))
  }

  /** Moves values that an older version kept beside the servers to the vault, if there is one; what was approved stays approved. */
  async #hideVariables(): Promise<void> {
    const before = this.#kept.servers
    const servers = await Promise.all(before.map((server) => this.#hidden(server)))
    if (servers.some((server, place) => server !== before[place])) await this.#change((kept) => ({ ...kept, servers }))
  }

  async #hidden(server: KeptServer): Promise<KeptServer> {
    const { variables, seal } = this.#parts
    const { id, transport } = server
    const whole = wholeTransport(server, variables)
    const approved = server.approved === digestOf(whole) ? seal(whole) : server.approved
    const moves = variables.last && transport.type === 'stdio' && transport.env !== undefined
    if (moves) await variables.set(id, transport.env ?? {})
    if (!moves && approved === server.approved) return server
    return { ...server, approved, transport: moves ? keptTransport(whole) : transport }
  }

  /** Of all that would run. Sealed: an open one would let short values be guessed. */
  #digest(server: KeptServer): string {
    return this.#parts.seal(wholeTransport(server, this.#parts.variables))
  }

  #ready(server: KeptServer): ReadyServer {
    const { id, name, approved } = server
    return { id, name, transport: wholeTransport(server, this.#parts.variables), approved: approved === this.#digest(server) }
  }

  #run(view: ToolView, input: unknown, signal: AbortSignal): Promise<string> {
    const { source, name } = view
    if (source.type === 'mcp') {
      const server = this.#ready(this.#server(source.server))
      return this.#parts.servers.call(server, { tool: name.slice(source.server.length + 1), inputSchema: view.inputSchema, input }, signal)
    }
    const tool = this.#parts.builtIn.find((built) => built.name === name)
    if (tool === undefined) throw new TuttiError('not-found', `There is no tool “${name}”.`)
    return withinTime(name, tool.timeMs, signal, (within) => tool.run(input, { signal: within, options: this.options }))
  }

  #builtInView(tool: DefinedTool): ToolView {
    const { name, title, description, readOnly, asksEachTime, inputSchema } = tool
    return {
      name,
      title,
      description,
      inputSchema: { ...inputSchema },
      readOnly,
      asksEachTime,
      source: { type: 'built-in' },
      permission: this.#kept.permissions[name] ?? (tool.harmless ? 'always' : 'never'),
      needs: tool.needs(this.options),
    }
  }

  #toolsOf(server: KeptServer): ToolView[] {
    return server.offered.map(({ name, ...rest }) => ({
      ...rest,
      name: `${server.id}/${name}`,
      source: { type: 'mcp', server: server.id },
      asksEachTime: false,
      permission: this.#kept.permissions[`${server.id}/${name}`] ?? 'ask',
      needs: this.#ready(server).approved ? null : 'approval',
    }))
  }

  /** A tool that now says something else of itself than when it was allowed is asked for again. */
  #offered(id: string, offered: KeptServer['offered']): Promise<void> {
    return this.#change((kept) => {
      const server = kept.servers.find((other) => other.id === id)
      if (server === undefined) return kept
      const known = new Map(server.offered.map((tool) => [tool.name, digestOf(tool)]))
      const changed = offered.filter((tool) => known.has(tool.name) && known.get(tool.name) !== digestOf(tool))
      const permissions = { ...kept.permissions }
      for (const { name } of changed) if (permissions[`${id}/${name}`] === 'always') permissions[`${id}/${name}`] = 'ask'
      return { ...kept, permissions, servers: replaced(kept.servers, { ...server, offered: [...offered] }) }
    })
  }

  #find(name: string): ToolView | undefined {
    const builtIn = this.#parts.builtIn.find((tool) => tool.name === name)
    if (builtIn !== undefined) return this.#builtInView(builtIn)
    const server = this.#kept.servers.find(({ id }) => name.startsWith(`${id}/`))
    return server === undefined ? undefined : this.#toolsOf(server).find((tool) => tool.name === name)
  }

  #view(name: string): ToolView {
    const view = this.#find(name)
    if (view === undefined) throw new TuttiError('not-found', `There is no tool “${name}”.`)
    return view
  }

  #server(id: string): KeptServer {
    const server = this.#kept.servers.find((other) => other.id === id)
    if (server === undefined) throw new TuttiError('not-found', `There is no server “${id}”; it may have been removed.`)
    return server
  }

  /** One change after the other, each on top of what the one before left. */
  #change(how: (kept: KeptTools) => KeptTools): Promise<void> {
    const changed = this.#last.then(async () => {
      const changed = how(this.#kept)
      const next = { ...changed, seal: this.#parts.seal(allowedBy(changed)) }
      await this.#parts.store.saveTools(next)
      this.#kept = next
      this.announce()
    })
    this.#last = changed.catch(() => undefined)
    return changed
  }
}

const NEEDS = {
  folder: 'choose the folder that tools may use.',
  database: 'choose the SQLite file.',
  search: 'add a key for Perplexity or the address of a search service.',
  approval: 'approve its server.',
} as const satisfies Record<NonNullable<ToolView['needs']>, string>

function specOf({ name, description, inputSchema }: ToolView): ToolSpec {
  return { name, description, inputSchema }
}
