import { useTabs } from '../state/use-session.ts'
import { Pane } from './pane.tsx'
import { SplitHandle } from './split-handle.tsx'

/** The tab that is shown, or two side by side. */
export function Stage() {
  const activeId = useTabs((tabs) => tabs.activeId)
  const besideId = useTabs((tabs) => tabs.besideId)
  const side = useTabs((tabs) => tabs.side)
  const share = useTabs((tabs) => tabs.share)
  if (activeId === null) return null
  if (besideId === null) return <Pane tabId={activeId} active grow={1} />
  const [left, right] = side === 'left' ? [activeId, besideId] : [besideId, activeId]
  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      <Pane key={left} tabId={left} active={left === activeId} grow={share} />
      <SplitHandle share={share} />
      <Pane key={right} tabId={right} active={right === activeId} grow={1 - share} />
    </div>
  )
}
