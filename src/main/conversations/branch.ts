import type { Message } from '../../shared/conversation.ts'
import type { MessageId } from '../../shared/ids.ts'
import type { Part, Turn } from '../../shared/model.ts'

/** The messages from the first one down to `leaf`. */
export function branchTo(messages: readonly Message[], leaf: MessageId | null): Message[] {
  const byId = new Map(messages.map((message) => [message.id, message]))
  const branch: Message[] = []
  for (let id = leaf; id !== null; ) {
    const message = byId.get(id)
    if (!message) break
    branch.unshift(message)
    id = message.parentId
  }
  return branch
}

/** What models are told of a branch. An answer that never came is left out. */
export function turnsOf(branch: readonly Pick<Message, 'role' | 'text' | 'attachments'>[]): Turn[] {
  return branch.flatMap((message): Turn[] => {
    const parts: Part[] = message.attachments.map((attachment) => ({ type: 'attachment', attachment }))
    if (message.text !== '') parts.push({ type: 'text', text: message.text })
    return parts.length === 0 ? [] : [{ role: message.role, parts }]
  })
}
