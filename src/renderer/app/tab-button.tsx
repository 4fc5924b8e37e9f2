import { ListTree, MessagesSquare, Settings, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Tab } from '../../shared/app-state.ts'
import { classNames } from '../components/class-names.ts'
import { useApp, useRun, useSession } from '../state/use-session.ts'
import { runOf } from '../tabs/orchestration/run-place.ts'
import { m } from './messages.ts'
import { useTabTitle } from './use-tab-title.ts'

const ICONS = { chat: MessagesSquare, orchestration: ListTree, settings: Settings } as const satisfies Record<Tab['kind'], unknown>

type TabButtonProps = { readonly tab: Tab; readonly selected: boolean }

/** One tab: what kind it is, its title, a dot while its run goes on. A middle click closes it. */
export function TabButton({ tab, selected }: TabButtonProps) {
  const { tabs } = useSession()
  const title = useTabTitle(tab)
  const answering =
    useApp((app) => app.conversations.find((conversation) => conversation.id === tab.conversationId)?.running ?? null) !== null
  const going = useRun(runOf(tab), (view) => view.state === 'running') ?? false
  const running = answering || going
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (selected) ref.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [selected])
  const Icon = ICONS[tab.kind]
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
        {running && (
          <i
            role="img"
            aria-label={m.shell.tabRunning}
            title={m.shell.tabRunning}
            className="size-1.5 flex-none animate-breathe rounded-full bg-accent"
          />
        )}
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
