import type { ReactNode } from 'react'
import { classNames } from '../../../components/class-names.ts'

type FormRowProps = {
  readonly label: string
  readonly note?: string
  readonly top?: boolean
  /** The words by which the search leads here, where they are not the label. */
  readonly find?: string
  readonly children: ReactNode
}

/** A label, and what is filled in beside it; under it where there is little room. The control names itself. */
export function FormRow({ label, note, top = false, find = label, children }: FormRowProps) {
  return (
    <div
      data-setting={find}
      className={classNames(
        'grid grid-cols-[10.25rem_minmax(0,1fr)] gap-x-4 gap-y-1 border-t border-line px-4.5 py-3 first:border-t-0 @max-[36rem]:grid-cols-1 @max-[36rem]:px-3',
        top ? 'items-start' : 'items-center',
      )}
    >
      <div aria-hidden className={classNames('font-medium', top && '@min-[36rem]:pt-1')}>
        {label}
      </div>
      <div className="grid min-w-0 gap-1.5">
        {children}
        {note !== undefined && <p className="text-12 text-pretty text-ink-2">{note}</p>}
      </div>
    </div>
  )
}
