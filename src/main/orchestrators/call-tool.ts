import { say, type Words } from '../../shared/sentence.ts'
import type { ToolPermission } from '../../shared/tool.ts'
import type { RunContext } from '../kernel/context.ts'

export interface PermittedCall {
  readonly name: string
  readonly input: unknown
  readonly permission: ToolPermission
}

export interface ToolAnswer {
  /** A tool's own result is a plain string. */
  readonly content: Words
  readonly failed: boolean
}

/** Calls a tool as far as it may be called: a person who is asked sees its exact arguments. A refusal is an answer, not an error. */
export async function callTool(ctx: RunContext, { name, input, permission }: PermittedCall): Promise<ToolAnswer> {
  if (permission === 'never') return { content: say('tool.off', { tool: name }), failed: true }
  if (permission === 'ask' && !(await ctx.approve(say('tool.ask', { tool: name }), JSON.stringify(input, null, 2)))) {
    return { content: say('tool.refused', { tool: name }), failed: true }
  }
  const { content } = await ctx.tool({ name, input })
  return { content, failed: false }
}
