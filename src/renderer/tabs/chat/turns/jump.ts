import { useEffect } from 'react'
import { useStore } from 'zustand/react'
import { createStore } from 'zustand/vanilla'
import type { ConversationId, MessageId } from '../../../../shared/ids.ts'
import type { LoadedConversation } from '../../../state/conversation-store.ts'
import { useSession } from '../../../state/use-session.ts'
import { endBelow, pathTo } from '../tree/branches.ts'

/** A message that is to be brought into sight. */
export type Jump = { readonly conversationId: ConversationId; readonly messageId: MessageId }

const store = createStore<Jump | null>(() => null)

/** Shows a message in its place as soon as its conversation is there; its branch is shown where it lies on another one. */
export function jumpTo(jump: Jump | null): void {
  store.setState(jump, true)
}

/** The message of this conversation that is to be brought into sight, once its branch is the one that is shown. */
export function useJump(conversation: LoadedConversation | null): MessageId | null {
  const { client, conversations, attempt } = useSession()
  const jump = useStore(store)
  const target = jump !== null && jump.conversationId === conversation?.id ? jump.messageId : null
  const messages = conversation?.messages
  const known = target !== null && (messages?.some((message) => message.id === target) ?? false)
  const shown = known && pathTo(messages ?? [], conversation?.headId ?? null).some((message) => message.id === target)
  useEffect(() => {
    if (!known || shown || !conversation || target === null) return
    const headId = endBelow(conversation.messages, target)
    conversations.setHead(conversation.id, headId)
    void attempt(client.conversations.update({ id: conversation.id, headId }))
  }, [known, shown, conversation, target, conversations, client, attempt])
  return shown ? target : null
}
