import { CircleHelp, Pin, X } from 'lucide-react'
import { type DragEvent, useEffect, useRef } from 'react'
import type { Tab } from '../../shared/tab.ts'
import { classNames } from '../components/class-names.ts'
import { useLook } from '../state/use-look.ts'
import { useSession } from '../state/use-session.ts'
import { kindOf } from '../tabs/registry.ts'
import { m } from './messages.ts'
import { TabMenu } from './tab-menu.tsx'
import { TabStateMark } from './tab-state-mark.tsx'
import { useTabTitle } from './use-tab-title.ts'

type TabButtonProps = {
  readonly tab: Tab
  readonly selected: boolean
  readonly beside: boolean
  readonly drag: {
    /** A tab is dragged over this one, which it would be put before. */
    readonly target: boolean
    readonly onStart: (event: DragEvent) => void
    readonly onOver: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
    readonly onEnd: () => void
  }
}

/** One tab: what kind it is, its title, its state. A middle click closes it, dragging moves it, a right click offers more. */
export function TabButton({ tab, selected, beside, drag }: TabButtonProps) {
  const { tabs } = useSession()
  const title = useTabTitle(tab)
  const kind = kindOf(tab.kind)
  const state = useLook((look) => kind?.state(tab, look) ?? 'quiet')
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (selected) ref.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [selected])
  const Icon = kind?.icon ?? CircleHelp
  return (
    <TabMenu tab={tab} title={title}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the tab in it has the same for the keyboard. */}
      <div
        ref={ref}
        role="presentation"
        draggable
        onDragStart={drag.onStart}
        onDragOver={drag.onOver}
        onDrop={drag.onDrop}
        onDragEnd={drag.onEnd}
        onAuxClick={(event) => event.button === 1 && tabs.close(tab.id)}
        className={classNames(
          'group flex h-[1.875rem] max-w-52 min-w-0 flex-none items-center rounded-control',
          selected ? 'bg-sheet text-ink shadow-[0_0_0_1px_var(--color-line)]' : 'text-ink-2 hover:bg-hover max-narrow:hidden',
          beside && 'bg-sheet',
          drag.target && 'shadow-[-2px_0_0_var(--color-accent)]',
        )}
      >
        <button
          type="button"
          role="tab"
          data-tab={tab.id}
          aria-selected={selected}
          aria-controls={selected || beside ? `stage-${tab.id}` : undefined}
          tabIndex={selected ? 0 : -1}
          title={title}
          onClick={() => tabs.activate(tab.id)}
          className={classNames(
            'flex h-full min-w-0 cursor-default items-center gap-[7px] pl-2.5 font-medium',
            tab.pinned ? 'pr-2.5' : 'pr-1',
          )}
        >
          {tab.pinned ? (
            <Pin size={14} aria-label={m.shell.pinned} className="text-ink-3" />
          ) : (
            <Icon size={14} aria-hidden className="text-ink-3" />
          )}
          <span className="truncate">{title}</span>
          <TabStateMark state={state} />
        </button>
        {/* For the mouse alone, since a tab list may hold nothing but tabs; with the keyboard it is Delete or Ctrl W. */}
        {!tab.pinned && (
          <button
            type="button"
            tabIndex={-1}
            aria-hidden
            title={m.shell.closeTab(title)}
            onClick={() => tabs.close(tab.id)}
            className={classNames(
              'mr-0.5 grid size-6 flex-none cursor-default place-items-center rounded-key text-ink-3 hover:bg-hover hover:text-ink focus-visible:opacity-100 group-hover:opacity-100',
              !selected && 'opacity-0',
            )}
          >
            <X size={14} aria-hidden />
          </button>
        )}
      </div>
    </TabMenu>
  )
}
