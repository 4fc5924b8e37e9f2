import type { z } from 'zod'
import { readNumber } from '../../settings/fields/number-reading.ts'
import { right } from '../../settings/fields/reading.ts'
import { LiveField } from './live-field.tsx'

type NumberFieldProps<T> = {
  readonly label: string
  readonly value: T
  /** The contract's own; a number that it does not take is not taken. */
  readonly schema: z.ZodType<T>
  /** Whether the field may be empty. */
  readonly optional?: { readonly empty: T }
  readonly onChange: (value: T) => void
}

/** A number, held against the contract while it is typed. */
export function NumberField<T extends number | undefined>({ label, value, schema, optional, onChange }: NumberFieldProps<T>) {
  return (
    <LiveField
      label={label}
      value={value}
      show={(shown) => (shown === undefined ? '' : String(shown))}
      read={(text) => readNumber(label, text, schema, optional && right(optional.empty))}
      onChange={onChange}
    />
  )
}
