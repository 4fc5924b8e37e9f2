import type { Content, FunctionDeclaration, Part } from '@google/genai'
import { z } from 'zod'
import type { ToolSpec } from '../../../../shared/model.ts'
import type { PreparedPart, PreparedTurn } from '../../translate/prepare-turns.ts'

const Arguments = z.record(z.string(), z.unknown())

/**
 * Gemini 3 and later want a signature on calls that they made; this value, from Google's documentation on thought signatures,
 * stands for calls that another model made.
 */
const FOREIGN_SIGNATURE = 'skip_thought_signature_validator'

function argumentsOf(json: string): Record<string, unknown> {
  try {
    const parsed = Arguments.safeParse(JSON.parse(json))
    return parsed.success ? parsed.data : { value: json }
  } catch {
    return { value: json }
  }
}

function partOf(part: PreparedPart): Part {
  switch (part.type) {
    case 'text':
      return { text: part.text }
    case 'image':
    case 'pdf':
      return { inlineData: { mimeType: part.mediaType, data: part.base64 } }
    case 'tool-call':
      return { functionCall: { id: part.id, name: part.name, args: argumentsOf(part.arguments) }, thoughtSignature: FOREIGN_SIGNATURE }
    case 'tool-result':
      return {
        functionResponse: { id: part.id, name: part.name, response: part.failed ? { error: part.content } : { output: part.content } },
      }
  }
}

/** Turns as Google's contents: user and model in alternation, tool results as the user's. */
export function googleContents(turns: readonly PreparedTurn[]): Content[] {
  const contents: { role: 'user' | 'model'; parts: Part[] }[] = []
  for (const turn of turns) {
    const role = turn.role === 'assistant' ? 'model' : 'user'
    const parts = turn.parts.map(partOf)
    const last = contents.at(-1)
    if (last?.role === role) last.parts.push(...parts)
    else contents.push({ role, parts })
  }
  return contents
}

export function googleTools(tools: readonly ToolSpec[]): FunctionDeclaration[] {
  return tools.map((tool) => ({ name: tool.name, description: tool.description, parametersJsonSchema: tool.inputSchema }))
}
