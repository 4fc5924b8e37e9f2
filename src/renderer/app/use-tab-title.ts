import type { Tab } from '../../shared/app-state.ts'
import { useApp } from '../state/use-session.ts'
import { m } from './messages.ts'

/** What a tab is called: its conversation's title, or its place. */
export function useTabTitle(tab: Tab | undefined): string {
  const title = useApp((app) => app.conversations.find((conversation) => conversation.id === tab?.conversationId)?.title)
  if (tab?.kind === 'settings') return m.shell.settings
  return title === undefined || title === '' ? m.shell.newConversation : title
}
