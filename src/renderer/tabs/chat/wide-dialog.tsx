import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { m } from '../../app/messages.ts'
import { IconButton } from '../../components/icon-button.tsx'

type WideDialogProps = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Beside the title. */
  readonly actions?: ReactNode
}

/** A place over the page for what needs room: search, prompts, the leaderboard. Esc or a click outside closes it. */
export function WideDialog({ title, onClose, children, actions }: WideDialogProps) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.2_0.01_230/0.3)]" />
        <Base.Popup
          ref={popup}
          // The first field, or the place itself: on the button that closes, Esc would first close its tooltip.
          initialFocus={() => popup.current?.querySelector<HTMLElement>('input, textarea') ?? popup.current}
          className="fixed top-[10vh] left-1/2 z-50 flex max-h-[80vh] w-[44rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-col overflow-hidden rounded-palette border border-line bg-raised shadow-float outline-none"
        >
          <header className="flex min-h-12 flex-none items-center gap-2 border-b border-line pr-2.5 pl-5">
            <Base.Title className="text-15 font-semibold">{title}</Base.Title>
            <span className="ml-auto" />
            {actions}
            <IconButton label={m.common.close} onClick={onClose}>
              <X size={16} aria-hidden />
            </IconButton>
          </header>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
