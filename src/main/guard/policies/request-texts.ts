import type { ModelRequest } from '../../../shared/model.ts'

/** Attachments of other kinds are not read: what a picture shows is not judged. */
const READABLE = /^(text\/|application\/(json|xml|x-yaml|yaml|javascript|toml|x-sh)\b)/

/** Every text that a request would send: system prompt, messages, tools' inputs and results, files of text. */
export async function requestTexts(request: ModelRequest, attachment: (id: string) => Promise<Uint8Array>): Promise<string[]> {
  const texts = request.system === undefined ? [] : [request.system]
  for (const part of request.turns.flatMap(({ parts }) => parts)) {
    if (part.type === 'text') texts.push(part.text)
    else if (part.type === 'tool-call') texts.push(part.call.arguments)
    else if (part.type === 'tool-result') texts.push(part.content)
    else if (READABLE.test(part.attachment.mediaType)) texts.push(new TextDecoder().decode(await attachment(part.attachment.id)))
  }
  return texts
}

/** Every text in a tool's input, with the names of its fields. */
export function inputTexts(input: unknown): string[] {
  if (typeof input === 'string') return [input]
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input).flatMap(([name, value]) => [name, ...inputTexts(value)])
}
