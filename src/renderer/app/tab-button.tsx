import { CircleHelp, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Tab } from '../../shared/app-state.ts'
import { classNames } from '../components/class-names.ts'
import { useLook } from '../state/use-look.ts'
import { useSession } from '../state/use-session.ts'
import { kindOf } from '../tabs/registry.ts'
import { m } from './messages.ts'
import { TabStateMark } from './tab-state-mark.tsx'
import { useTabTitle } from './use-tab-title.ts'

type TabButtonProps = { readonly tab: Tab; readonly selected: boolean }

/** One tab: what kind it is, its title, its state. A middle click closes it. */
export function TabButton({ tab, selected }: TabButtonProps) {
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
    <div
      ref={ref}
      role="presentation"
      onAuxClick={(event) => event.button === 1 && tabs.close(tab.id)}
      className={classNames(
        'group flex h-[1.875rem] max-w-52 min-w-0 flex-none items-center rounded-control',
        selected ? 'bg-sheet text-ink shadow-[0_0_0_1px_var(--color-line)]' : 'text-ink-2 hover:bg-hover max-narrow:hidden',
      )}
    >
      <button
        type="button"
        role="tab"
        aria-selected={selected}
        aria-controls={selected ? 'stage' : undefined}
        tabIndex={selected ? 0 : -1}
        title={title}
        onClick={() => tabs.activate(tab.id)}
        className="flex h-full min-w-0 cursor-default items-center gap-[7px] pr-1 pl-2.5 font-medium"
      >
        <Icon size={14} aria-hidden className="text-ink-3" />
        <span className="truncate">{title}</span>
        <TabStateMark state={state} />
      </button>
      {/* For the mouse alone, since a tab list may hold nothing but tabs; with the keyboard it is Delete or Ctrl W. */}
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
    </div>
  )
}
