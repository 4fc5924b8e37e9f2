import { useId, useState } from 'react'
import { classNames } from '../../../components/class-names.ts'
import { FieldError } from '../../settings/fields/field-error.tsx'
import type { Reading } from '../../settings/fields/reading.ts'
import { AREA, Labelled } from './labelled.tsx'

type LiveFieldProps<T> = {
  readonly label: string
  readonly value: T
  readonly show: (value: T) => string
  readonly read: (text: string) => Reading<T>
  readonly onChange: (value: T) => void
  readonly note?: string
  /** What the check says of it. */
  readonly problem?: string | null
  readonly rows?: number
  readonly mono?: boolean
  readonly placeholder?: string
  /** The label is for those who hear it; something beside it says it to the others. */
  readonly bare?: boolean
}

/** A field that changes the pipeline with every key that leaves something sensible, and keeps what does not until it does. */
export function LiveField<T>(props: LiveFieldProps<T>) {
  const { label, value, show, read, onChange, note, problem = null, rows = 1, mono = false, placeholder, bare = false } = props
  const [typed, setTyped] = useState<{ readonly text: string; readonly instead: string } | null>(null)
  const id = useId()
  const shown = show(value)
  // Undo or the text pane may have changed the value since.
  const text = typed !== null && typed.instead === shown ? typed.text : shown
  const reading = read(text)
  const error = reading.ok ? problem : reading.error
  const type = (next: string) => {
    const result = read(next)
    if (result.ok && show(result.value) === next) {
      setTyped(null)
      onChange(result.value)
      return
    }
    setTyped({ text: next, instead: result.ok ? show(result.value) : shown })
    if (result.ok) onChange(result.value)
  }
  const shared = {
    'aria-label': label,
    'aria-invalid': error !== null || undefined,
    'aria-describedby': error === null ? undefined : id,
    value: text,
    placeholder,
    spellCheck: !mono,
    className: classNames(AREA, mono && 'font-mono text-12 [font-variant-ligatures:none]', rows === 1 && 'h-7 py-0'),
  }
  const field = (
    <>
      {rows === 1 ? (
        <input {...shared} autoComplete="off" onChange={(event) => type(event.target.value)} />
      ) : (
        <textarea {...shared} rows={rows} onChange={(event) => type(event.target.value)} />
      )}
      <FieldError id={id} text={error} />
    </>
  )
  if (bare) return <div className="grid min-w-0 gap-1">{field}</div>
  return (
    <Labelled label={label} {...(note === undefined ? {} : { note })}>
      {field}
    </Labelled>
  )
}
