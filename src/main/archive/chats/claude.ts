import { z } from 'zod'
import { type ImportedConversation, type ImportedMessage, type LeftOutCounts, MOST_CHARACTERS } from './imported-conversation.ts'

const Block = z.object({ type: z.string(), text: z.string().optional() })
const SourceFile = z.object({ file_name: z.string().nullish(), extracted_content: z.string().nullish() })

const SourceMessage = z.object({
  uuid: z.string(),
  text: z.string().nullish(),
  content: z.array(Block.catch({ type: 'unknown' })).default([]),
  sender: z.string(),
  created_at: z.string().nullish(),
  parent_message_uuid: z.string().nullish(),
  attachments: z.array(SourceFile.catch({})).default([]),
  files: z.array(z.unknown()).default([]),
})
type SourceMessage = z.infer<typeof SourceMessage>

/** The form of Claude's data export: messages in their order; where they name a parent, a tree. */
const SourceConversation = z.object({
  uuid: z.string(),
  name: z.string().nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  current_leaf_message_uuid: z.string().nullish(),
  chat_messages: z.array(SourceMessage),
})

/** A conversation of Claude's export, or null for anything else. Times there are ISO 8601. */
export function readClaude(value: unknown, leftOut: LeftOutCounts): ImportedConversation | null {
  const parsed = SourceConversation.safeParse(value)
  if (!parsed.success) return null
  const { uuid, name, created_at, updated_at, chat_messages, current_leaf_message_uuid } = parsed.data
  const kept = new Map<string, ImportedMessage>()
  const stands = new Map<string, string | null>()
  let previous: string | null = null
  for (const message of chat_messages) {
    const given: string | null = message.parent_message_uuid == null ? previous : (stands.get(message.parent_message_uuid) ?? null)
    const read = messageOf(message, given, leftOut)
    if (read !== null) kept.set(read.id, read)
    previous = read === null ? given : read.id
    stands.set(message.uuid, previous)
  }
  const createdAt = timeOf(created_at)
  const head = current_leaf_message_uuid == null ? null : (stands.get(current_leaf_message_uuid) ?? null)
  return {
    source: 'claude',
    id: uuid,
    title: name ?? '',
    createdAt,
    updatedAt: updated_at == null ? createdAt : timeOf(updated_at),
    messages: [...kept.values()],
    headId: head ?? [...kept.keys()].at(-1) ?? null,
  }
}

function messageOf(message: SourceMessage, parentId: string | null, leftOut: LeftOutCounts): ImportedMessage | null {
  const role = message.sender === 'human' ? 'user' : message.sender === 'assistant' ? 'assistant' : null
  if (role === null) {
    leftOut.add('unknown-part')
    return null
  }
  if (message.files.length > message.attachments.length) leftOut.add('file', message.files.length - message.attachments.length)
  const files = message.attachments.flatMap(({ file_name, extracted_content }) => {
    if (extracted_content != null && extracted_content !== '') return [{ name: file_name || 'attachment.txt', text: extracted_content }]
    leftOut.add('file')
    return []
  })
  const text = textOf(message, leftOut)
  if (text.trim() === '' && files.length === 0) {
    leftOut.add('empty')
    return null
  }
  if (text.length > MOST_CHARACTERS) {
    leftOut.add('too-long')
    return null
  }
  return { id: message.uuid, parentId, role, text, model: null, createdAt: timeOf(message.created_at), files }
}

/** The blocks where there are any: `text` also holds placeholders for blocks that it cannot show. */
function textOf({ content, text }: SourceMessage, leftOut: LeftOutCounts): string {
  if (content.length === 0) return text ?? ''
  return content
    .flatMap((block) => {
      if (block.type === 'text') return block.text === undefined || block.text === '' ? [] : [block.text]
      if (block.type === 'tool_use' || block.type === 'tool_result') leftOut.add('tool')
      else if (block.type === 'thinking' || block.type === 'redacted_thinking') leftOut.add('thinking')
      else if (block.type === 'image') leftOut.add('image')
      else if (block.type !== 'token_budget') leftOut.add('unknown-part')
      return []
    })
    .join('\n\n')
}

/** Epoch ms; 0 where there is none. */
function timeOf(text: string | null | undefined): number {
  const at = text == null ? Number.NaN : Date.parse(text)
  return Number.isNaN(at) ? 0 : at
}
