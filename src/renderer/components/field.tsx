import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'

type FieldProps = ComponentProps<'input'> & {
  readonly label: string
  readonly before?: ReactNode
  readonly wrong?: boolean
  readonly quiet?: boolean
  readonly boxClassName?: string
}

/** One line to fill in. `before` is an icon or a unit; `wrong` marks it invalid; `quiet` has a hairline border (search). */
export function Field({ label, before, wrong = false, quiet = false, className, boxClassName, ...rest }: FieldProps) {
  return (
    <span
      className={classNames(
        'flex h-7 min-w-0 items-center gap-1.5 rounded-control border bg-sheet px-2 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent',
        wrong ? 'border-bad' : quiet ? 'border-line' : 'border-line-strong',
        boxClassName,
      )}
    >
      {before !== undefined && <span className="flex-none text-ink-3">{before}</span>}
      <input
        aria-label={label}
        aria-invalid={wrong || undefined}
        className={classNames('min-w-0 flex-1 bg-transparent outline-none', className)}
        {...rest}
      />
    </span>
  )
}
