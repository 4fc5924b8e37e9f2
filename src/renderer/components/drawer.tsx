import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { IconButton } from './icon-button.tsx'

type DrawerProps = { readonly title: string; readonly closeLabel: string; readonly onClose: () => void; readonly children: ReactNode }

/** A place of 372 px beside the page; under 1180 px it lies over it. Esc closes it, and the focus goes back to what opened it. */
export function Drawer({ title, closeLabel, onClose, children }: DrawerProps) {
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    return () => {
      // What had the focus is gone with the drawer; the keyboard goes on where it was opened.
      if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.stopPropagation()
      onClose()
    }
    element.addEventListener('keydown', close)
    return () => element.removeEventListener('keydown', close)
  }, [onClose])
  return (
    <aside
      ref={ref}
      aria-label={title}
      className="flex min-h-0 w-[23.25rem] flex-none flex-col border-l border-line bg-sheet max-wide:absolute max-wide:inset-y-0 max-wide:right-0 max-wide:z-20 max-wide:max-w-full max-wide:shadow-float"
    >
      <header className="flex h-12 flex-none items-center border-b border-line pr-2.5 pl-5">
        <h2 className="text-15 font-semibold">{title}</h2>
        <span className="ml-auto" />
        <IconButton label={closeLabel} onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
    </aside>
  )
}
