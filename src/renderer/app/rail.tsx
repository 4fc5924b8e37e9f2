import type { LucideIcon } from 'lucide-react'
import { classNames } from '../components/class-names.ts'
import { useSession, useTabs } from '../state/use-session.ts'
import { TAB_KINDS } from '../tabs/registry.ts'
import { m } from './messages.ts'

/** A word of more letters is set narrower: German ones are long. */
const LONG = 11

const HEAD = TAB_KINDS.filter(({ rail }) => rail === 'head')
const FOOT = TAB_KINDS.filter(({ rail }) => rail === 'foot')

/** The places of the app. */
export function Rail() {
  const { tabs } = useSession()
  const shown = useTabs((state) => state.open.find((tab) => tab.id === state.activeId)?.kind)
  const place = ({ kind, label, icon }: (typeof TAB_KINDS)[number]) => (
    <Place key={kind} label={label} current={kind === shown} onClick={() => tabs.open(kind)} Icon={icon} />
  )
  return (
    <nav aria-label={m.shell.places} className="flex flex-col items-center gap-0.5 pt-1 pb-2.5">
      {HEAD.map(place)}
      <span className="flex-1" />
      {FOOT.map(place)}
    </nav>
  )
}

type PlaceProps = { readonly label: string; readonly current: boolean; readonly onClick: () => void; readonly Icon: LucideIcon }

function Place({ label, current, onClick, Icon }: PlaceProps) {
  return (
    <button
      type="button"
      title={label}
      aria-current={current ? 'page' : undefined}
      onClick={onClick}
      className="condensed grid h-12 w-[3.875rem] cursor-default content-center justify-items-center gap-[3px] rounded-sheet px-px text-11 leading-[0.8125rem] font-medium text-ink-2 hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:text-accent max-narrow:size-10"
    >
      <Icon size={18} aria-hidden />
      <span
        className={classNames(
          'line-clamp-2 max-w-full text-center leading-tight text-balance max-narrow:sr-only',
          label.length > LONG && '[font-stretch:75%]',
        )}
      >
        {label}
      </span>
    </button>
  )
}
