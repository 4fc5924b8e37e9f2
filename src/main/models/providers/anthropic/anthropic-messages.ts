import type { ContentBlockParam, MessageParam, Tool } from '@anthropic-ai/sdk/resources/messages'
import { z } from 'zod'
import type { ToolSpec } from '../../../../shared/model.ts'
import type { PreparedPart, PreparedTurn } from '../../translate/prepare-turns.ts'

const ImageType = z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const ToolInput = z.record(z.string(), z.unknown())

/** A tool's input must be an object here; what another model wrote otherwise is wrapped. */
function toolInput(json: string): Record<string, unknown> {
  try {
    const parsed = ToolInput.safeParse(JSON.parse(json))
    return parsed.success ? parsed.data : { value: json }
  } catch {
    return { value: json }
  }
}

function blockOf(part: PreparedPart): ContentBlockParam {
  switch (part.type) {
    case 'text':
      return { type: 'text', text: part.text }
    case 'image':
      return { type: 'image', source: { type: 'base64', media_type: ImageType.parse(part.mediaType), data: part.base64 } }
    case 'pdf':
      return { type: 'document', title: part.name, source: { type: 'base64', media_type: 'application/pdf', data: part.base64 } }
    case 'tool-call':
      return { type: 'tool_use', id: part.id, name: part.name, input: toolInput(part.arguments) }
    case 'tool-result':
      return { type: 'tool_result', tool_use_id: part.id, content: part.content, ...(part.failed ? { is_error: true } : {}) }
  }
}

/** Turns as Anthropic's messages: two roles in alternation, tool results as the user's and first in their message. */
export function anthropicTurns(turns: readonly PreparedTurn[]): MessageParam[] {
  const messages: { role: 'user' | 'assistant'; content: ContentBlockParam[] }[] = []
  for (const turn of turns) {
    const role = turn.role === 'assistant' ? 'assistant' : 'user'
    const content = turn.parts.map(blockOf)
    const last = messages.at(-1)
    if (last?.role === role) last.content.push(...content)
    else messages.push({ role, content })
  }
  return messages
}

export function anthropicTools(tools: readonly ToolSpec[]): Tool[] {
  return tools.map((tool) => ({
    name: tool.name,
    description: tool.description,
    input_schema: { ...tool.inputSchema, type: 'object' },
  }))
}
