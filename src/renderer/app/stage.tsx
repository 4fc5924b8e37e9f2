import { Suspense } from 'react'
import { useTabs } from '../state/use-session.ts'
import { kindOf } from '../tabs/registry.ts'
import { TabContext } from '../tabs/use-tab-place.ts'
import { TabBoundary } from './tab-boundary.tsx'
import { UnknownTab } from './unknown-tab.tsx'
import { useTabTitle } from './use-tab-title.ts'

/** The tab that is shown. */
export function Stage() {
  const tab = useTabs((tabs) => tabs.open.find((open) => open.id === tabs.activeId))
  const title = useTabTitle(tab)
  if (!tab) return null
  const Page = kindOf(tab.kind)?.Page ?? UnknownTab
  return (
    <div id="stage" role="tabpanel" aria-label={title} className="relative flex min-h-0 min-w-0 flex-1">
      <TabContext value={tab.id}>
        <TabBoundary key={tab.id} title={title}>
          <Suspense fallback={null}>
            <Page tabId={tab.id} />
          </Suspense>
        </TabBoundary>
      </TabContext>
    </div>
  )
}
