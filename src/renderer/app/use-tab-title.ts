import type { Tab } from '../../shared/app-state.ts'
import { useApp, useRun } from '../state/use-session.ts'
import { runOf } from '../tabs/orchestration/run-place.ts'
import { m } from './messages.ts'

/** What a tab is called: its conversation's or its run's title, or its place. */
export function useTabTitle(tab: Tab | undefined): string {
  const title = useApp((app) => app.conversations.find((conversation) => conversation.id === tab?.conversationId)?.title)
  const run = useRun(tab ? runOf(tab) : null, (view) => view.title)
  if (tab?.kind === 'settings') return m.shell.settings
  if (tab?.kind === 'orchestration') return run === undefined || run === '' ? m.shell.runs : run
  return title === undefined || title === '' ? m.shell.newConversation : title
}
