import type { ModelRef } from '../../shared/ids.ts'
import type { ModelInfo } from '../../shared/model.ts'
import type { CompileGround } from './compile/compile-ground.ts'

export interface GroundParts {
  /** Those that may be called. */
  readonly tools: () => readonly string[]
  readonly models: () => readonly ModelInfo[]
  readonly hasAgent: (name: string) => boolean
}

/** What other assistants call their tools, and how those are called here. */
const TOOL_NAMES: Readonly<Record<string, readonly string[]>> = {
  read: ['read-file'],
  view: ['read-file'],
  write: ['write-file'],
  edit: ['write-file'],
  multiedit: ['write-file'],
  glob: ['list-files'],
  ls: ['list-files'],
  bash: ['shell'],
  webfetch: ['web-fetch'],
  fetch: ['web-fetch'],
  websearch: ['web-search'],
  search: ['web-search'],
}

/** What commands of the library are compiled against. */
export function compileGround({ tools, models, hasAgent }: GroundParts): CompileGround {
  return {
    hasAgent,
    tool: (written) => findTool(written, tools()),
    model: (written) => findModel(written, models()),
  }
}

/** Without what other assistants write in brackets behind it: `Bash(git add:*)`. */
function findTool(written: string, tools: readonly string[]): string | null {
  const name = written.replace(/\(.*\)$/s, '').trim()
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9/]+/g, '')
  // Servers of the Model Context Protocol: `mcp__server__tool` is `server/tool` here.
  const [, server, tool] = /^mcp__(.+?)__(.+)$/.exec(name) ?? []
  const wanted = server === undefined ? name : `${server}/${tool}`
  const meant = new Set([plain(wanted), ...(TOOL_NAMES[plain(wanted)] ?? []).map(plain)])
  return tools.find((each) => meant.has(plain(each))) ?? null
}

/** A model by its full name, by that of its vendor, or the newest that is switched on and has this word in its name. */
function findModel(written: string, models: readonly ModelInfo[]): ModelRef | null {
  const wanted = written.trim().toLowerCase()
  const enabled = models.filter((model) => model.enabled)
  const exact = enabled.find(({ ref }) => ref.toLowerCase() === wanted || ref.toLowerCase().endsWith(`/${wanted}`))
  if (exact !== undefined) return exact.ref
  const word = new RegExp(`(?:^|[/.:_-])${wanted.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}(?:$|[/.:_-])`)
  const named = enabled.filter(({ ref, simulated }) => !simulated && word.test(ref.toLowerCase()))
  return named.toSorted((a, b) => b.ref.localeCompare(a.ref, 'en', { numeric: true }))[0]?.ref ?? null
}
