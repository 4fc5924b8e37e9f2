import type { ModelRequest, Part, ToolCall } from '../../../shared/model.ts'

const LONGEST = 64

/** Vendors take letters, digits, `_` and `-` in a tool's name, and no more than 64 of them. */
function plainName(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, LONGEST)
}

export interface ToolNames {
  /** The request with every tool under a name that all vendors take. */
  readonly request: ModelRequest
  /** A vendor's calls, under the tools' own names. */
  readonly restore: (calls: readonly ToolCall[]) => ToolCall[]
}

/** Two names that become the same are told apart by a number at their end. */
export function toolNames(request: ModelRequest): ToolNames {
  if (request.tools.length === 0) return { request, restore: (calls) => [...calls] }
  const plain = new Map<string, string>()
  const own = new Map<string, string>()
  for (const { name } of request.tools) {
    if (plain.has(name)) continue
    const wished = plainName(name)
    let taken = wished
    for (let number = 2; own.has(taken); number += 1) taken = `${wished.slice(0, LONGEST - 3)}_${number}`
    plain.set(name, taken)
    own.set(taken, name)
  }
  const of = (name: string) => plain.get(name) ?? plainName(name)
  const renamed = (part: Part): Part => {
    if (part.type === 'tool-call') return { ...part, call: { ...part.call, name: of(part.call.name) } }
    return part.type === 'tool-result' ? { ...part, name: of(part.name) } : part
  }
  return {
    request: {
      ...request,
      tools: request.tools.map((tool) => ({ ...tool, name: of(tool.name) })),
      turns: request.turns.map(({ role, parts }) => ({ role, parts: parts.map(renamed) })),
    },
    restore: (calls) => calls.map((call) => ({ ...call, name: own.get(call.name) ?? call.name })),
  }
}
