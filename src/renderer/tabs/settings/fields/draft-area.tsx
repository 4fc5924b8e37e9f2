import { useId } from 'react'
import { classNames } from '../../../components/class-names.ts'
import { FieldError } from './field-error.tsx'
import type { Reading } from './reading.ts'
import { useTextDraft } from './use-text-draft.ts'

type DraftAreaProps = {
  readonly label: string
  readonly placeholder: string
  readonly saved: string
  readonly read: (text: string) => Reading<string>
  readonly commit: (value: string) => void
}

const same = (text: string) => text

/** Several lines that are checked while they are typed; as tall as what stands in them, up to a limit. */
export function DraftArea({ label, placeholder, saved, read, commit }: DraftAreaProps) {
  const errorId = useId()
  const { props, error } = useTextDraft({ saved, show: same, read, commit })
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
