import type { ReactNode } from 'react'

type InspectorSectionProps = { readonly title?: string; readonly children: ReactNode; readonly folded?: boolean }

/** Fields that belong together. `folded`: opened on demand, for what few need. */
export function InspectorSection({ title, children, folded }: InspectorSectionProps) {
  const look = 'grid grid-cols-[minmax(0,1fr)] gap-3 border-b border-line px-5 py-3.5 last:border-b-0'
  if (folded === undefined) {
    return (
      <section aria-label={title} className={look}>
        {title !== undefined && <h3 className="text-12 font-semibold">{title}</h3>}
        {children}
      </section>
    )
  }
  return (
    <details open={!folded} className="border-b border-line last:border-b-0">
      <summary className="cursor-default px-5 py-2.5 text-12 font-semibold hover:bg-hover">{title}</summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 px-5 pb-3.5">{children}</div>
    </details>
  )
}
