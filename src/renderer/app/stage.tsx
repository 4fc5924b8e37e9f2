import { lazy, Suspense } from 'react'
import { assertNever } from '../../shared/errors.ts'
import { useTabs } from '../state/use-session.ts'
import { ChatTab } from '../tabs/chat/chat-tab.tsx'
import { TabBoundary } from './tab-boundary.tsx'
import { useTabTitle } from './use-tab-title.ts'

const OrchestrationTab = lazy(() => import('../tabs/orchestration/orchestration-tab.tsx'))
const SettingsTab = lazy(() => import('../tabs/settings/settings-tab.tsx'))

/** The tab that is shown. */
export function Stage() {
  const tab = useTabs((tabs) => tabs.open.find((open) => open.id === tabs.activeId))
  const title = useTabTitle(tab)
  if (!tab) return null
  return (
    <div id="stage" role="tabpanel" aria-label={title} className="relative flex min-h-0 min-w-0 flex-1">
      <TabBoundary key={tab.id} title={title}>
        <Suspense fallback={null}>{place()}</Suspense>
      </TabBoundary>
    </div>
  )

  function place() {
    if (!tab) return null
    switch (tab.kind) {
      case 'chat':
        return <ChatTab tabId={tab.id} conversationId={tab.conversationId} />
      case 'orchestration':
        return <OrchestrationTab />
      case 'settings':
        return <SettingsTab />
      default:
        return assertNever(tab.kind)
    }
  }
}
