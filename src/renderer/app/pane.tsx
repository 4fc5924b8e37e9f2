import { Suspense, useMemo } from 'react'
import { classNames } from '../components/class-names.ts'
import { FrameWidth } from '../state/use-media.ts'
import { useSession, useTabs } from '../state/use-session.ts'
import { useWidth } from '../state/use-width.ts'
import { kindOf } from '../tabs/registry.ts'
import { TabContext } from '../tabs/use-tab-place.ts'
import { TabBoundary } from './tab-boundary.tsx'
import { UnknownTab } from './unknown-tab.tsx'
import { useTabTitle } from './use-tab-title.ts'

/** `share` of the width; null: it has all of it. */
type PaneProps = { readonly tabId: string; readonly active: boolean; readonly share: number | null }

/** One tab's page. What is touched or focused in a pane makes it the active one. */
export function Pane({ tabId, active, share }: PaneProps) {
  const { tabs } = useSession()
  const [width, measure] = useWidth()
  const tab = useTabs((state) => state.open.find((open) => open.id === tabId))
  const title = useTabTitle(tab)
  const split = share !== null
  const Page = tab && (kindOf(tab.kind)?.Page ?? UnknownTab)
  // The same element as before where only a draft or a scroll position changed, so that the page is not drawn anew.
  const page = useMemo(() => Page && <Page tabId={tabId} />, [Page, tabId])
  if (!tab) return null
  return (
    <div
      ref={measure}
      id={`stage-${tabId}`}
      role="tabpanel"
      aria-label={title}
      tabIndex={-1}
      data-beside={active ? undefined : ''}
      onFocusCapture={() => tabs.activate(tabId)}
      onPointerDownCapture={() => tabs.activate(tabId)}
      style={split ? { flexGrow: share, container: 'frame / inline-size' } : undefined}
      className={classNames(
        'relative flex min-h-0 min-w-0 flex-1 basis-0 -outline-offset-2',
        split && active && 'shadow-[inset_0_2px_0_var(--color-accent)]',
      )}
    >
      <TabContext value={tab.id}>
        <FrameWidth value={split ? width : null}>
          <TabBoundary key={tab.id} title={title}>
            <Suspense fallback={null}>{page}</Suspense>
          </TabBoundary>
        </FrameWidth>
      </TabContext>
    </div>
  )
}
