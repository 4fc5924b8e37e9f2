import { useEffect, useState } from 'react'
import { MessageId } from '../../../shared/ids.ts'
import { NOT_WIDE, useMedia } from '../../state/use-media.ts'
import { useSession, useTabs } from '../../state/use-session.ts'
import type { TabPageProps } from '../tab-kind.ts'
import { ChatDialogs } from './chat-dialogs.tsx'
import { ConversationPane } from './conversation-pane.tsx'
import { useLayout } from './layout-store.ts'
import { ConversationList } from './list/conversation-list.tsx'
import { NewChat } from './start/new-chat.tsx'

/** Conversations, one of them open, and why its answer is what it is. */
export default function ChatTab({ tabId }: TabPageProps) {
  const conversationId = useTabs((tabs) => tabs.open.find((tab) => tab.id === tabId)?.conversationId ?? null)
  const { conversations, tabs } = useSession()
  const small = useMedia(NOT_WIDE)
  const [overlay, setOverlay] = useState(false)
  const pinned = useLayout((layout) => layout.listOpen)
  const setPinned = useLayout((layout) => layout.setListOpen)
  useEffect(() => {
    if (conversationId === null) return
    const left = MessageId.safeParse(tabs.store.getState().open.find((tab) => tab.id === tabId)?.scrollAt)
    conversations.open(conversationId, left.data)
  }, [conversations, conversationId, tabs, tabId])
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
      <ChatDialogs tabId={tabId} conversationId={conversationId} />
    </>
  )
}
