import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'

type PopoverProps = {
  readonly trigger: ReactElement<Record<string, unknown>>
  readonly title: string
  readonly children: ReactNode
  readonly align?: 'start' | 'center' | 'end'
  /** Given, the owner says whether it is open. */
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

/** A small place at a button, for a few fields. Esc or a click outside closes it. */
export function Popover({ trigger, title, children, align = 'end', open, onOpenChange }: PopoverProps) {
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange: (open: boolean) => onOpenChange(open) })}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={6} className="z-40 outline-none">
          <Base.Popup className="float-in w-[25rem] max-w-[calc(100vw-2rem)] rounded-sheet border border-line bg-raised p-4 shadow-float outline-none">
            <Base.Title className="text-13 font-semibold">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
