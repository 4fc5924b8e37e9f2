import { NARROW, useMedia } from '../state/use-media.ts'
import { useTabs } from '../state/use-session.ts'
import { Pane } from './pane.tsx'
import { SplitHandle } from './split-handle.tsx'

/** The tab that is shown, or two side by side; a narrow window has room for one. */
export function Stage() {
  const activeId = useTabs((tabs) => tabs.activeId)
  const besideId = useTabs((tabs) => tabs.besideId)
  const side = useTabs((tabs) => tabs.side)
  const share = useTabs((tabs) => tabs.share)
  const narrow = useMedia(NARROW)
  if (activeId === null) return null
  if (besideId === null || narrow) return <Pane tabId={activeId} active share={null} />
  const [left, right] = side === 'left' ? [activeId, besideId] : [besideId, activeId]
  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      <Pane key={left} tabId={left} active={left === activeId} share={share} />
      <SplitHandle share={share} />
      <Pane key={right} tabId={right} active={right === activeId} share={1 - share} />
    </div>
  )
}
