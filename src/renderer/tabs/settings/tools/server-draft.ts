import { McpServer } from '../../../../shared/tool.ts'
import { m } from '../../../app/messages.ts'
import { t } from './words.ts'

/** What is typed about a new server. */
export type ServerDraft = {
  readonly kind: 'stdio' | 'http'
  readonly name: string
  readonly id: string
  /** The id no longer follows the name. */
  readonly ownId: boolean
  readonly command: string
  /** One a line. */
  readonly args: string
  /** NAME=value, one a line. */
  readonly env: string
  readonly cwd: string
  readonly url: string
}

export const EMPTY_SERVER: ServerDraft = { kind: 'stdio', name: '', id: '', ownId: false, command: '', args: '', env: '', cwd: '', url: '' }

type Field = 'name' | 'id' | 'command' | 'args' | 'env' | 'cwd' | 'url'
export type ServerReading = { readonly server: McpServer | null; readonly errors: Partial<Record<Field, string>> }

/** The server that the draft describes, or what is wrong with each field. */
export function readServer(draft: ServerDraft, taken: readonly string[]): ServerReading {
  if (taken.includes(draft.id)) return { server: null, errors: { id: t.idTaken(draft.id) } }
  const env = readVariables(draft.env)
  if (env.wrong !== null) return { server: null, errors: { env: t.envWrong(env.wrong) } }
  const cwd = draft.cwd.trim()
  const transport =
    draft.kind === 'http'
      ? { type: 'http', url: draft.url.trim() }
      : { type: 'stdio', command: draft.command, args: linesOf(draft.args), env: env.variables, ...(cwd === '' ? {} : { cwd }) }
  const read = McpServer.safeParse({ id: draft.id, name: draft.name, transport })
  if (read.success) return { server: read.data, errors: {} }
  const fields = new Set(read.error.issues.map(({ path }) => String(path[0] === 'transport' ? path[1] : path[0])))
  const wrong = (field: Field, label: string, remedy: string) =>
    fields.has(field) ? { [field]: m.settings.fields.wrong(label, draft[field], remedy) } : {}
  return {
    server: null,
    errors: {
      ...wrong('id', t.id, m.settings.providers.idRemedy),
      ...wrong('url', t.url, t.searchRemedy),
    },
  }
}

/** An argument may hold spaces and is not trimmed; empty lines are none. */
function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}

function readVariables(text: string): { readonly variables: Record<string, string>; readonly wrong: string | null } {
  const variables: Record<string, string> = {}
  for (const line of linesOf(text)) {
    const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line.trim()) ?? []
    if (name === undefined || value === undefined) return { variables, wrong: line }
    variables[name] = value
  }
  return { variables, wrong: null }
}
