import type { z } from 'zod'
import { DraftField } from '../fields/draft-field.tsx'
import { FormRow } from '../fields/form-row.tsx'
import { readNumber } from '../fields/number-reading.ts'
import { right } from '../fields/reading.ts'

type NumberRowProps<T> = {
  readonly label: string
  readonly note: string
  readonly whole?: boolean
  readonly saved: T
  readonly schema: z.ZodType<T>
  readonly commit: (value: T) => void
  /** What counts where the field is empty; left out: it must not be. */
  readonly empty?: { readonly value: T; readonly shown: string }
}

/** A row with one number, checked while it is typed. */
export function NumberRow<T extends number | undefined>({ label, note, whole = false, saved, schema, commit, empty }: NumberRowProps<T>) {
  return (
    <FormRow label={label} note={note} top>
      <DraftField
        label={label}
        inputMode={whole ? 'numeric' : 'decimal'}
        boxClassName="w-28"
        className="text-right tabular-nums"
        {...(empty === undefined ? {} : { placeholder: empty.shown })}
        saved={saved}
        show={(value) => (value === undefined ? '' : String(value))}
        read={(text) => readNumber(label, text, schema, empty && right(empty.value))}
        commit={commit}
      />
    </FormRow>
  )
}
