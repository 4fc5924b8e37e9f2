import { X } from 'lucide-react'
import { useStore } from 'zustand/react'
import { m } from '../app/messages.ts'
import { useSession } from '../state/use-session.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'

/** Short messages at the foot of the window; the last action can be undone from here. */
export function ToastList() {
  const { toasts } = useSession()
  const list = useStore(toasts.store)
  return (
    <div role="status" className="pointer-events-none fixed bottom-24 left-1/2 z-50 grid -translate-x-1/2 justify-items-center gap-2">
      {list.map((toast) => (
        <div
          key={toast.id}
          className={classNames(
            'pointer-events-auto flex max-w-[min(36rem,calc(100vw-2rem))] items-center gap-2 rounded-sheet border bg-raised py-1.5 pr-1.5 pl-3 shadow-float',
            toast.tone === 'bad' ? 'border-bad text-bad' : 'border-line',
          )}
        >
          <span className="min-w-0 py-1 wrap-anywhere">{toast.text}</span>
          {toast.action && (
            <Button
              small
              onClick={() => {
                toast.action?.run()
                toasts.dismiss(toast.id)
              }}
            >
              {toast.action.label}
            </Button>
          )}
          <IconButton small label={m.common.close} onClick={() => toasts.dismiss(toast.id)}>
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>
  )
}
