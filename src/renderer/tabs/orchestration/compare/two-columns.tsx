import type { ReactNode } from 'react'

type TwoColumnsProps = { readonly title: string; readonly note?: string; readonly left: ReactNode; readonly right: ReactNode }

/** The same part of both runs, below each other where there is little room. */
export function TwoColumns({ title, note, left, right }: TwoColumnsProps) {
  return (
    <section aria-label={title} className="border-t border-line pt-3 first:border-t-0 first:pt-0">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h2 className="font-semibold">{title}</h2>
        {note !== undefined && (
          <p role="status" className="text-12 text-ink-2">
            {note}
          </p>
        )}
      </div>
      <div className="grid grid-cols-2 gap-6 @max-[44rem]/run:grid-cols-1">
        {left}
        {right}
      </div>
    </section>
  )
}
