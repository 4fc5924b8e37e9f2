import type { ChatCompletionContentPart, ChatCompletionFunctionTool, ChatCompletionMessageParam } from 'openai/resources/chat/completions'
import type { ToolSpec } from '../../../../shared/model.ts'
import { type PreparedPart, type PreparedTurn, textOfParts } from '../../translate/prepare-turns.ts'

function contentPart(part: PreparedPart): ChatCompletionContentPart[] {
  if (part.type === 'text') return [{ type: 'text', text: part.text }]
  const url = part.type === 'image' || part.type === 'pdf' ? `data:${part.mediaType};base64,${part.base64}` : ''
  if (part.type === 'image') return [{ type: 'image_url', image_url: { url } }]
  if (part.type === 'pdf') return [{ type: 'file', file: { filename: part.name, file_data: url } }]
  return []
}

/** A user's message as a plain string where it is only text: small servers know nothing else. */
function userContent(parts: readonly PreparedPart[]): string | ChatCompletionContentPart[] {
  return parts.every((part) => part.type === 'text') ? textOfParts(parts) : parts.flatMap(contentPart)
}

function messagesOf(turn: PreparedTurn): ChatCompletionMessageParam[] {
  if (turn.role === 'user') return [{ role: 'user', content: userContent(turn.parts) }]
  if (turn.role === 'tool') {
    return turn.parts.flatMap((part) =>
      part.type === 'tool-result'
        ? [{ role: 'tool', tool_call_id: part.id, content: part.failed ? `Error: ${part.content}` : part.content }]
        : [],
    )
  }
  const calls = turn.parts.flatMap((part) =>
    part.type === 'tool-call' ? [{ type: 'function' as const, id: part.id, function: { name: part.name, arguments: part.arguments } }] : [],
  )
  const content = textOfParts(turn.parts)
  return [{ role: 'assistant', content: content === '' ? null : content, ...(calls.length > 0 ? { tool_calls: calls } : {}) }]
}

/** Turns as the messages of OpenAI's chat completions. */
export function chatMessages(system: string | undefined, turns: readonly PreparedTurn[]): ChatCompletionMessageParam[] {
  const first: ChatCompletionMessageParam[] = system ? [{ role: 'system', content: system }] : []
  return [...first, ...turns.flatMap(messagesOf)]
}

export function chatTools(tools: readonly ToolSpec[]): ChatCompletionFunctionTool[] {
  return tools.map((tool) => ({
    type: 'function',
    function: { name: tool.name, description: tool.description, parameters: tool.inputSchema },
  }))
}
