import type { KeptServer, McpServerView, McpTransport } from '../../../shared/tool.ts'

/** Values of the variables that servers are given, kept where keys are. */
export interface ServerVariables {
  /** False where they are gone when Tutti ends. */
  readonly last: boolean
  get(server: string, name: string): string | null
  /** The most that a page may see of a value. */
  ending(value: string): string | null
  set(server: string, values: Readonly<Record<string, string>>): Promise<void>
  remove(server: string, names: readonly string[]): Promise<void>
}

type Kept = Pick<KeptServer, 'id' | 'transport'>

/** How the server is reached, with the values of its variables; those that are gone are left out. */
export function wholeTransport(server: Kept, variables: ServerVariables): McpTransport {
  if (server.transport.type === 'http') return server.transport
  const { variables: _, env: __, ...program } = server.transport
  const env: Record<string, string> = {}
  for (const { name, value } of valuesOf(server, variables)) if (value !== null) env[name] = value
  return { ...program, env }
}

/** The same as it is kept beside the vault. */
export function keptTransport(transport: McpTransport): KeptServer['transport'] {
  if (transport.type === 'http') return transport
  const { env, ...program } = transport
  return { ...program, variables: Object.keys(env) }
}

/** The same as a page sees it. */
export function shownTransport(server: Kept, variables: ServerVariables): McpServerView['transport'] {
  if (server.transport.type === 'http') return server.transport
  const { variables: _, env: __, ...program } = server.transport
  const shown = valuesOf(server, variables).map(({ name, value }) => {
    return { name, ending: value === null ? null : variables.ending(value), known: value !== null }
  })
  return { ...program, variables: shown }
}

/** Names of variables whose values are gone: they were typed where no vault could keep them, or came from somewhere else. */
export function missingVariables(server: Kept, variables: ServerVariables): string[] {
  return valuesOf(server, variables).flatMap(({ name, value }) => (value === null ? [name] : []))
}

/** All that it is given, wherever the values lie. */
export function variableNames(transport: KeptServer['transport'] | undefined): readonly string[] {
  return transport?.type === 'stdio' ? [...new Set([...transport.variables, ...Object.keys(transport.env ?? {})])] : []
}

function valuesOf({ id, transport }: Kept, variables: ServerVariables): { readonly name: string; readonly value: string | null }[] {
  const own = new Map(transport.type === 'stdio' ? Object.entries(transport.env ?? {}) : [])
  return variableNames(transport).map((name) => ({ name, value: variables.get(id, name) ?? own.get(name) ?? null }))
}
