import type { ReactNode } from 'react'

/** A field under its name; the field itself carries the name for screen readers. */
export function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <span aria-hidden className="font-medium">
        {label}
      </span>
      {children}
    </div>
  )
}
