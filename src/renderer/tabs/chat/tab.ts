import { MessagesSquare, Plus } from 'lucide-react'
import { lazy } from 'react'
import type { Tab } from '../../../shared/app-state.ts'
import { formatDate } from '../../../shared/format.ts'
import { ConversationId } from '../../../shared/ids.ts'
import { m } from '../../app/messages.ts'
import type { Look, TabKind, TabState } from '../tab-kind.ts'

// The first tab that anybody sees: fetched while the core is still asked.
const page = import('./chat-tab.tsx')

/** Conversations. */
export const chatTab: TabKind = {
  kind: 'chat',
  label: m.shell.chat,
  icon: MessagesSquare,
  rail: 'head',
  many: true,
  Page: lazy(() => page),
  title: (tab, look) => conversationOf(tab, look)?.title || m.shell.newConversation,
  state,
  shows: {
    conversation: (id) => {
      const known = ConversationId.safeParse(id)
      return known.success ? { conversationId: known.data } : null
    },
  },
  search: async (query, { client }, signal) => {
    const found = await client.conversations.search({ query }, { signal })
    return found.slice(0, 10).map(({ id, title, updatedAt }) => ({
      id,
      label: title || m.shell.newConversation,
      note: formatDate(updatedAt),
      subject: { type: 'conversation', id },
    }))
  },
  commands: [{ id: 'chat.new', label: m.shell.newConversation, icon: Plus, keys: 'Mod+T', run: ({ tabs }) => tabs.newChat() }],
}

function conversationOf(tab: Tab, { app }: Look) {
  return tab.conversationId === null ? undefined : app.conversations.find((known) => known.id === tab.conversationId)
}

function state(tab: Tab, look: Look): TabState {
  const conversation = conversationOf(tab, look)
  if (!conversation) return 'quiet'
  if (conversation.running === null) return conversation.lastState === 'failed' ? 'failed' : 'quiet'
  const waits = [...look.runs.values()].some(
    (run) => run.conversationId === conversation.id && run.state === 'running' && run.waits.some((wait) => wait.kind !== 'timer'),
  )
  return waits ? 'waiting' : 'running'
}
