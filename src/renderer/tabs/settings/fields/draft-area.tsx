import { useId } from 'react'
import { classNames } from '../../../components/class-names.ts'
import { FieldError } from './field-error.tsx'
import type { Reading } from './reading.ts'
import { useTextDraft } from './use-text-draft.ts'

type DraftAreaProps<T> = {
  readonly label: string
  readonly placeholder: string
  readonly saved: T
  readonly show: (value: T) => string
  readonly read: (text: string) => Reading<T>
  readonly commit: (value: T) => void
}

/** Several lines that are checked while they are typed; as tall as what stands in them, up to a limit. */
export function DraftArea<T>({ label, placeholder, saved, show, read, commit }: DraftAreaProps<T>) {
  const errorId = useId()
  const { props, error } = useTextDraft({ saved, show, read, commit })
  return (
    <div className="grid min-w-0 gap-1">
      <textarea
        aria-label={label}
        aria-invalid={error !== null || undefined}
        aria-describedby={error === null ? undefined : errorId}
        placeholder={placeholder}
        rows={3}
        className={classNames(
          'field-sizing-content max-h-64 min-h-17 w-full resize-none rounded-control border bg-sheet px-2 py-1 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent',
          error === null ? 'border-line-strong' : 'border-bad',
        )}
        {...props}
      />
      <FieldError id={errorId} text={error} />
    </div>
  )
}
