import { useState } from 'react'
import type { Pipeline } from '../../../../shared/pipeline.ts'
import { type InputField, inputFieldsOf } from './input-fields.ts'
import { type ReadInput, readFreeInput, readInputFields } from './read-input.ts'

/** The name of the one text of a pipeline without fields. */
const WHOLE = ''

export type RunInput = ReadInput & {
  /** null: one text for all of it. */
  readonly fields: readonly InputField[] | null
  readonly text: (name?: string) => string
  readonly set: (text: string, name?: string) => void
}

/** By pipeline: what was filled in last, while the page is open. */
const KEPT = new Map<string, Readonly<Record<string, string>>>()

/** What the next run is given, as it is filled in. */
export function useRunInput(pipeline: Pipeline): RunInput {
  const [texts, setTexts] = useState(() => KEPT.get(pipeline.id) ?? {})
  const fields = inputFieldsOf(pipeline)
  const read = fields === null ? readFreeInput(texts[WHOLE] ?? '') : readInputFields(fields, texts)
  return {
    ...read,
    fields,
    text: (name = WHOLE) => texts[name] ?? fields?.find((field) => field.name === name)?.start ?? '',
    set: (text, name = WHOLE) => {
      const next = { ...texts, [name]: text }
      KEPT.set(pipeline.id, next)
      setTexts(next)
    },
  }
}
