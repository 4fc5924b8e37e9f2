import { z } from 'zod'
import { type ImportedConversation, type ImportedMessage, type LeftOutCounts, MOST_CHARACTERS } from './imported-conversation.ts'

const Content = z
  .object({
    content_type: z.string(),
    parts: z.array(z.unknown()).optional(),
    text: z.string().optional(),
    language: z.string().optional(),
  })
  .catch({ content_type: 'unknown' })

const SourceMessage = z.object({
  author: z.object({ role: z.string() }),
  create_time: z.number().nullish(),
  content: Content,
  metadata: z
    .object({ model_slug: z.string().nullish(), is_visually_hidden_from_conversation: z.boolean().nullish() })
    .nullish()
    .catch(null),
})
type SourceMessage = z.infer<typeof SourceMessage>

const Node = z.object({
  message: SourceMessage.nullish().catch(null),
  parent: z.string().nullish(),
  children: z.array(z.string()).default([]),
})
type Node = z.infer<typeof Node>

/** The form of ChatGPT's data export: a tree of nodes by id, of which many are not shown. */
const SourceConversation = z.object({
  conversation_id: z.string().optional(),
  id: z.string().optional(),
  title: z.string().nullish(),
  create_time: z.number().nullish(),
  update_time: z.number().nullish(),
  current_node: z.string().nullish(),
  mapping: z.record(z.string(), Node),
})

/** A conversation of ChatGPT's export with all its branches, or null for anything else. Times there are seconds. */
export function readChatGpt(value: unknown, leftOut: LeftOutCounts): ImportedConversation | null {
  const parsed = SourceConversation.safeParse(value)
  if (!parsed.success) return null
  const { mapping, title, create_time, update_time, current_node, conversation_id, id } = parsed.data
  const kept = new Map<string, ImportedMessage>()
  /** Each node to the message that stands for it: its own, or the nearest kept one above. */
  const stands = new Map<string, string | null>()
  for (const nodeId of inOrder(mapping)) {
    const node = mapping[nodeId]
    if (node === undefined) continue
    const above = node.parent == null ? null : (stands.get(node.parent) ?? null)
    const message = node.message == null ? null : messageOf(nodeId, above, node.message, leftOut)
    const parent = above === null ? undefined : kept.get(above)
    if (message === null) stands.set(nodeId, above)
    else if (parent !== undefined && continues(parent, message, node, mapping)) {
      // An answer in several pieces, with a tool between them, is one answer here.
      kept.set(parent.id, { ...parent, text: `${parent.text}\n\n${message.text}`, model: message.model ?? parent.model })
      stands.set(nodeId, parent.id)
    } else {
      kept.set(nodeId, message)
      stands.set(nodeId, nodeId)
    }
  }
  const createdAt = (create_time ?? 0) * 1000
  const head = current_node == null ? null : (stands.get(current_node) ?? null)
  return {
    source: 'chatgpt',
    id: conversation_id ?? id ?? Object.keys(mapping)[0] ?? '',
    title: title ?? '',
    createdAt,
    updatedAt: (update_time ?? create_time ?? 0) * 1000,
    messages: [...kept.values()],
    headId: head ?? [...kept.keys()].at(-1) ?? null,
  }
}

/** Ids of the tree from its roots down, each parent before its children; what hangs in a circle is not reached. */
function inOrder(mapping: Readonly<Record<string, Node>>): string[] {
  const ids: string[] = []
  const seen = new Set<string>()
  const waiting = Object.entries(mapping)
    .filter(([, node]) => node.parent == null || mapping[node.parent] === undefined)
    .map(([id]) => id)
    .reverse()
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    ids.push(id)
    waiting.push(...(mapping[id]?.children ?? []).toReversed())
  }
  return ids
}

/** Whether an assistant's message goes on with the one above, to which there is no other reply. */
function continues(parent: ImportedMessage, message: ImportedMessage, node: Node, mapping: Readonly<Record<string, Node>>): boolean {
  if (parent.role !== 'assistant' || message.role !== 'assistant') return false
  for (let above = node.parent ?? null; above !== null; above = mapping[above]?.parent ?? null) {
    if ((mapping[above]?.children.length ?? 0) > 1) return false
    if (above === parent.id) return true
  }
  return false
}

function messageOf(id: string, parentId: string | null, message: SourceMessage, leftOut: LeftOutCounts): ImportedMessage | null {
  const { role } = message.author
  if (role === 'system') return null
  if (message.metadata?.is_visually_hidden_from_conversation) return leaveOut('hidden')
  if (role === 'tool') return leaveOut('tool')
  if (role !== 'user' && role !== 'assistant') return leaveOut('unknown-part')
  const text = textOf(message, leftOut)
  if (text.trim() === '') return null
  if (text.length > MOST_CHARACTERS) return leaveOut('too-long')
  const createdAt = (message.create_time ?? 0) * 1000
  return { id, parentId, role, text, model: message.metadata?.model_slug ?? null, createdAt, files: [] }

  function leaveOut(reason: Parameters<LeftOutCounts['add']>[0]): null {
    leftOut.add(reason)
    return null
  }
}

function textOf({ content }: SourceMessage, leftOut: LeftOutCounts): string {
  switch (content.content_type) {
    case 'text':
    case 'multimodal_text':
      return (content.parts ?? []).flatMap((part) => partText(part, leftOut)).join('\n\n')
    case 'code':
      return content.text === undefined || content.text === '' ? '' : `\`\`\`${content.language ?? ''}\n${content.text}\n\`\`\``
    case 'thoughts':
    case 'reasoning_recap':
      leftOut.add('thinking')
      return ''
    case 'user_editable_context':
    case 'model_editable_context':
      leftOut.add('hidden')
      return ''
    default:
      leftOut.add('unknown-part')
      return ''
  }
}

const PartKind = z.object({ content_type: z.string(), text: z.string().optional() })

function partText(part: unknown, leftOut: LeftOutCounts): string[] {
  if (typeof part === 'string') return part === '' ? [] : [part]
  const known = PartKind.safeParse(part)
  const kind = known.success ? known.data.content_type : ''
  if (known.success && kind === 'audio_transcription' && known.data.text !== undefined) return [known.data.text]
  if (kind.startsWith('image')) leftOut.add('image')
  else if (kind.includes('audio') || kind.includes('video')) leftOut.add('audio')
  else leftOut.add('unknown-part')
  return []
}
