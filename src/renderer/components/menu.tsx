import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type MenuEntry = {
  readonly id: string
  readonly label: ReactNode
  readonly icon?: ReactNode
  readonly hint?: ReactNode
  readonly onSelect: () => void
  readonly disabled?: boolean
  readonly chosen?: boolean
  readonly danger?: boolean
}

type MenuProps = {
  readonly trigger: ReactElement<Record<string, unknown>>
  readonly label: string
  readonly groups: readonly { readonly id: string; readonly title?: string; readonly entries: readonly MenuEntry[] }[]
  readonly align?: 'start' | 'end'
  readonly side?: 'top' | 'bottom'
}

/** A menu at the element given as `trigger` (a Button or IconButton). Groups are parted by hairlines. */
export function Menu({ trigger, label, groups, align = 'start', side = 'bottom' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <MenuPopup label={label} groups={groups} align={align} side={side} />
    </Base.Root>
  )
}

/** The entries of a menu that something else opens, such as a right click. */
export function MenuPopup({ label, groups, align = 'start', side = 'bottom' }: Omit<MenuProps, 'trigger'>) {
  return (
    <Base.Portal>
      <Base.Positioner side={side} align={align} sideOffset={4} className="z-40 outline-none">
        <Base.Popup
          aria-label={label}
          className="float-in max-h-(--available-height) max-w-96 min-w-44 overflow-y-auto rounded-sheet border border-line bg-raised p-1 shadow-float outline-none"
        >
          {groups.map((group, index) => (
            <Base.Group key={group.id} className={classNames(index > 0 && 'mt-1 border-t border-line pt-1')}>
              {group.title !== undefined && <Base.GroupLabel className="px-2 py-1 text-12 text-ink-3">{group.title}</Base.GroupLabel>}
              {group.entries.map((entry) => (
                <Base.Item
                  key={entry.id}
                  disabled={entry.disabled ?? false}
                  onClick={entry.onSelect}
                  className={classNames(
                    'flex min-h-7 cursor-default items-center gap-2 rounded-control px-2 outline-none data-disabled:opacity-50 data-highlighted:bg-hover',
                    (entry.chosen ?? false) && 'bg-accent-soft font-medium',
                    entry.danger ? 'text-bad' : 'text-ink',
                  )}
                >
                  {entry.icon !== undefined && <span className="flex-none">{entry.icon}</span>}
                  <span className="min-w-0 flex-1 truncate">{entry.label}</span>
                  {entry.hint !== undefined && <span className="flex-none pl-3 text-12 text-ink-3">{entry.hint}</span>}
                </Base.Item>
              ))}
            </Base.Group>
          ))}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  )
}
