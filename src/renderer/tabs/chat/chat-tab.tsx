import type { ConversationId } from '../../../shared/ids.ts'

export type ChatTabProps = { readonly tabId: string; readonly conversationId: ConversationId | null }

/** Conversations, one of them open, and why its answer is what it is. */
export function ChatTab({ conversationId }: ChatTabProps) {
  return <p className="p-6">{conversationId}</p>
}
