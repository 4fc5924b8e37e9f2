import { useEffect, useState } from 'react'
import type { ConversationId } from '../../../shared/ids.ts'
import { NOT_WIDE, useMedia } from '../../state/use-media.ts'
import { useSession } from '../../state/use-session.ts'
import { ConversationList } from './conversation-list.tsx'
import { ConversationPane } from './conversation-pane.tsx'
import { useLayout } from './layout-store.ts'
import { NewChat } from './new-chat.tsx'

export type ChatTabProps = { readonly tabId: string; readonly conversationId: ConversationId | null }

/** Conversations, one of them open, and why its answer is what it is. */
export function ChatTab({ tabId, conversationId }: ChatTabProps) {
  const { conversations } = useSession()
  const small = useMedia(NOT_WIDE)
  const [overlay, setOverlay] = useState(false)
  const pinned = useLayout((layout) => layout.listOpen)
  const setPinned = useLayout((layout) => layout.setListOpen)
  useEffect(() => {
    if (conversationId !== null) conversations.open(conversationId)
  }, [conversations, conversationId])
  const listOpen = small ? overlay : pinned
  const toggleList = () => (small ? setOverlay(!overlay) : setPinned(!pinned))
  return (
    <>
      {listOpen && <ConversationList currentId={conversationId} onChosen={() => setOverlay(false)} />}
      {conversationId === null ? (
        <NewChat tabId={tabId} listOpen={listOpen} onToggleList={toggleList} />
      ) : (
        <ConversationPane
          key={conversationId}
          tabId={tabId}
          conversationId={conversationId}
          listOpen={listOpen}
          onToggleList={toggleList}
        />
      )}
    </>
  )
}
