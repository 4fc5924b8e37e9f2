import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'

type DialogProps = {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly actions: ReactNode
}

/** Asks before money beyond a limit, tools, links that leave and what cannot be undone; nothing else. */
export function Dialog({ open, title, onClose, children, actions }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.2_0.01_230/0.3)]" />
        <Base.Popup className="fixed top-[20vh] left-1/2 z-50 w-[27rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 rounded-palette border border-line bg-raised p-5 shadow-float outline-none">
          <Base.Title className="text-15 font-semibold">{title}</Base.Title>
          <div className="mt-2 text-ink-2 wrap-anywhere">{children}</div>
          <div className="mt-4 flex justify-end gap-2">{actions}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
