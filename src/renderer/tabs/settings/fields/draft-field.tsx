import { type ComponentProps, useId } from 'react'
import { Field } from '../../../components/field.tsx'
import { FieldError } from './field-error.tsx'
import type { Reading } from './reading.ts'
import { useTextDraft } from './use-text-draft.ts'

type DraftFieldProps<T> = Omit<ComponentProps<typeof Field>, 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'onFocus' | 'wrong'> & {
  readonly saved: T
  readonly show: (value: T) => string
  readonly read: (text: string) => Reading<T>
  readonly commit: (value: T) => void
}

/** One line that is checked while it is typed, with its error below. */
export function DraftField<T>({ saved, show, read, commit, ...rest }: DraftFieldProps<T>) {
  const errorId = useId()
  const { props, error } = useTextDraft({ saved, show, read, commit })
  return (
    <div className="grid min-w-0 gap-1">
      <Field {...rest} {...props} wrong={error !== null} aria-describedby={error === null ? undefined : errorId} autoComplete="off" />
      <FieldError id={errorId} text={error} />
    </div>
  )
}
