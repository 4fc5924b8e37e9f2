import type { ReactNode } from 'react'

type FactProps = { readonly label: string; readonly children: ReactNode }

/** One line of a list of facts; nothing where there is none. */
export function Fact({ label, children }: FactProps) {
  if (children === '' || children === null) return null
  return (
    <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 py-1">
      <dt className="text-12 leading-5 text-ink-2">{label}</dt>
      <dd className="text-pretty tabular-nums wrap-anywhere">{children}</dd>
    </div>
  )
}
