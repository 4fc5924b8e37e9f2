import { ListTree, MessagesSquare, Settings } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSession, useTabs } from '../state/use-session.ts'
import { m } from './messages.ts'

/** The places of the app that exist. */
export function Rail() {
  const { tabs } = useSession()
  const kind = useTabs((state) => state.open.find((tab) => tab.id === state.activeId)?.kind)
  return (
    <nav aria-label={m.shell.places} className="flex flex-col items-center gap-0.5 pt-1 pb-2.5">
      <Place label={m.shell.chat} current={kind === 'chat'} onClick={tabs.openChat} icon={<MessagesSquare size={18} aria-hidden />} />
      <Place label={m.shell.runs} current={kind === 'orchestration'} onClick={tabs.openRuns} icon={<ListTree size={18} aria-hidden />} />
      <span className="flex-1" />
      <Place label={m.shell.settings} current={kind === 'settings'} onClick={tabs.openSettings} icon={<Settings size={18} aria-hidden />} />
    </nav>
  )
}

type PlaceProps = { readonly label: string; readonly current: boolean; readonly onClick: () => void; readonly icon: ReactNode }

function Place({ label, current, onClick, icon }: PlaceProps) {
  return (
    <button
      type="button"
      title={label}
      aria-current={current ? 'page' : undefined}
      onClick={onClick}
      className="condensed grid h-12 w-14 cursor-default content-center justify-items-center gap-[3px] rounded-sheet text-11 leading-[0.8125rem] font-medium text-ink-2 hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:text-accent max-narrow:size-10"
    >
      {icon}
      <span className="max-narrow:sr-only">{label}</span>
    </button>
  )
}
