import type { ReactNode } from 'react'

/** A text of several lines. */
export const AREA =
  'block w-full resize-y rounded-control border border-line-strong bg-sheet px-2 py-1.5 leading-[1.1875rem] aria-invalid:border-bad'

type LabelledProps = { readonly label: string; readonly note?: string; readonly children: ReactNode }

/** A label over what is filled in, which names itself; a note under it. */
export function Labelled({ label, note = '', children }: LabelledProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-1">
      <span aria-hidden className="text-12 font-medium text-ink-2">
        {label}
      </span>
      {children}
      {note !== '' && <p className="text-12 text-pretty text-ink-3">{note}</p>}
    </div>
  )
}
