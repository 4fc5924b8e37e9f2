import type { AppEventBody } from '../../shared/app-state.ts'
import { TuttiError } from '../../shared/errors.ts'
import type { ToolSpec } from '../../shared/model.ts'
import {
  type KeptServer,
  KeptTools,
  type McpServer,
  type OfferedTool,
  type ToolOptions,
  type ToolPermission,
  type ToolsState,
  type ToolView,
} from '../../shared/tool.ts'
import { digestOf } from '../kernel/digest.ts'
import type { Tool } from '../kernel/tool.ts'
import { cutResult } from './cut-result.ts'
import type { DefinedTool } from './defined-tool.ts'
import { isApproved } from './mcp/approval.ts'
import type { McpServers } from './mcp/mcp-servers.ts'
import type { Seal } from './open-seal.ts'
import { withinTime } from './within-time.ts'

export interface ToolsParts {
  readonly store: { tools(): Promise<KeptTools>; saveTools(kept: KeptTools): Promise<void> }
  readonly builtIn: readonly DefinedTool[]
  readonly servers: McpServers
  /** What was not allowed in this data folder is not allowed. */
  readonly seal: Seal
  readonly publish: (event: AppEventBody) => void
}

/** Every tool there is, what each may do, and what all of them may reach. Nothing is callable until the user allows it. */
export class Tools {
  readonly #parts: ToolsParts
  #kept: KeptTools
  #last: Promise<unknown> = Promise.resolve()
  readonly #removed = new Map<string, KeptServer>()

  private constructor(parts: ToolsParts, kept: KeptTools) {
    this.#parts = parts
    this.#kept = kept
  }

  static async load(parts: ToolsParts): Promise<Tools> {
    const kept = await parts.store.tools()
    const ours = kept.seal === parts.seal(allowedBy(kept))
    const tools = new Tools(parts, ours ? kept : withoutLeave(kept))
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
        const { approved: _, offered, ...rest } = server
        const digest = digestOf(server.transport)
        const seen = this.#parts.servers.state(server.id)
        const state = isApproved(server) ? seen : ({ state: 'not-approved', text: '' } as const)
        return { ...rest, digest, ...state, tools: offered.map(({ name }) => name) }
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
  async saveServer(server: McpServer): Promise<void> {
    const old = this.#kept.servers.find(({ id }) => id === server.id)
    const same = old !== undefined && digestOf(old.transport) === digestOf(server.transport)
    if (!same) await this.#parts.servers.stop(server.id)
    const kept: KeptServer = { approved: null, ...(same ? old : {}), offered: old?.offered ?? [], ...server }
    await this.#change((now) => ({ ...now, servers: replaced(now.servers, kept) }))
  }

  /** `digest`: of what the person saw. Throws `denied` where that is not what would run. Starts the server to see its tools. */
  async approveServer({ id, digest }: { readonly id: string; readonly digest: string }, signal?: AbortSignal): Promise<void> {
    const server = this.#server(id)
    if (digestOf(server.transport) !== digest) {
      throw new TuttiError('denied', `“${server.name}” was changed after it was shown. Look at it again before you approve it.`)
    }
    const approved = { ...server, approved: digest }
    await this.#change((kept) => ({ ...kept, servers: replaced(kept.servers, approved) }))
    await this.#parts.servers.list(approved, signal ?? new AbortController().signal)
  }

  async removeServer(id: string): Promise<void> {
    const server = this.#server(id)
    this.#removed.set(id, server)
    await this.#parts.servers.stop(id)
    await this.#change((kept) => ({ ...kept, servers: kept.servers.filter((other) => other.id !== id) }))
  }

  /** Brings a server back that was removed since Tutti started, with its approval. */
  async restoreServer(id: string): Promise<void> {
    const server = this.#removed.get(id)
    if (server === undefined) throw new TuttiError('not-found', `No server “${id}” was removed.`)
    this.#removed.delete(id)
    await this.#change((kept) => ({ ...kept, servers: replaced(kept.servers, server) }))
  }

  #run(view: ToolView, input: unknown, signal: AbortSignal): Promise<string> {
    const { source, name } = view
    if (source.type === 'mcp') {
      const server = this.#server(source.server)
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
      permission: this.#kept.permissions[name] ?? 'never',
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
      needs: isApproved(server) ? null : 'approval',
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

/** All that lets a tool be called or reach something. */
function allowedBy({ permissions, options, servers }: KeptTools): unknown {
  return { permissions, options, servers: servers.map(({ id, approved }) => ({ id, approved })) }
}

/** Servers stay in the list, to be approved anew. */
function withoutLeave({ servers }: KeptTools): KeptTools {
  return KeptTools.parse({ servers: servers.map((server) => ({ ...server, approved: null })) })
}

function replaced(servers: readonly KeptServer[], server: KeptServer): KeptServer[] {
  return servers.some(({ id }) => id === server.id)
    ? servers.map((other) => (other.id === server.id ? server : other))
    : [...servers, server]
}
