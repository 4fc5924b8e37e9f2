import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'

/** A tool's result as text for a model; what is no text is named. */
export function resultText({ content, structuredContent }: CallToolResult): string {
  const blocks = content.map((block) => {
    switch (block.type) {
      case 'text':
        return block.text
      case 'resource':
        return 'text' in block.resource ? block.resource.text : `[A resource, ${block.resource.uri}: not shown]`
      case 'resource_link':
        return `[${block.name}: ${block.uri}]`
      case 'image':
      case 'audio':
        return `[An ${block.type === 'image' ? 'image' : 'audio recording'}, ${block.mimeType}: not shown]`
      default:
        return '[Something that is no text: not shown]'
    }
  })
  const text = blocks.join('\n\n')
  return text === '' && structuredContent !== undefined ? JSON.stringify(structuredContent) : text
}
