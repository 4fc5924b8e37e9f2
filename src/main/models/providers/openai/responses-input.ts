import type { FunctionTool, ResponseInputItem, ResponseInputMessageContentList } from 'openai/resources/responses/responses'
import type { ToolSpec } from '../../../../shared/model.ts'
import { type PreparedPart, type PreparedTurn, textOfParts } from '../../translate/prepare-turns.ts'

/** `high` rather than `auto`, which newer models take for the original size at several times the tokens. */
function userContent(parts: readonly PreparedPart[]): ResponseInputMessageContentList {
  return parts.flatMap((part): ResponseInputMessageContentList => {
    if (part.type === 'text') return [{ type: 'input_text', text: part.text }]
    const url = part.type === 'image' || part.type === 'pdf' ? `data:${part.mediaType};base64,${part.base64}` : ''
    if (part.type === 'image') return [{ type: 'input_image', image_url: url, detail: 'high' }]
    if (part.type === 'pdf') return [{ type: 'input_file', filename: part.name, file_data: url }]
    return []
  })
}

function itemsOf(turn: PreparedTurn): ResponseInputItem[] {
  if (turn.role === 'user') return [{ role: 'user', content: userContent(turn.parts) }]
  const text = textOfParts(turn.parts)
  return [
    ...(turn.role === 'assistant' && text !== '' ? [{ role: 'assistant' as const, content: text }] : []),
    ...turn.parts.flatMap((part): ResponseInputItem[] => {
      if (part.type === 'tool-call') {
        return [{ type: 'function_call', call_id: part.id, name: part.name, arguments: part.arguments }]
      }
      if (part.type === 'tool-result') {
        return [{ type: 'function_call_output', call_id: part.id, output: part.failed ? `Error: ${part.content}` : part.content }]
      }
      return []
    }),
  ]
}

/** Turns as the input items of OpenAI's Responses. */
export function responsesInput(turns: readonly PreparedTurn[]): ResponseInputItem[] {
  return turns.flatMap(itemsOf)
}

/** Not strict: strict mode wants every property required, which tools from elsewhere do not promise. */
export function responsesTools(tools: readonly ToolSpec[]): FunctionTool[] {
  return tools.map((tool) => ({
    type: 'function',
    name: tool.name,
    description: tool.description,
    parameters: tool.inputSchema,
    strict: false,
  }))
}
