import { w } from '../words.ts'
import type { InputField } from './input-fields.ts'

export type ReadInput = { readonly value: unknown; readonly problem: string | null }

/** A text as it stands; JSON where it looks like it. */
export function readFreeInput(text: string): ReadInput {
  if (!/^\s*[[{]/.test(text)) return { value: text, problem: null }
  try {
    return { value: JSON.parse(text), problem: null }
  } catch (thrown) {
    return { value: null, problem: w.run.wrongJson(thrown instanceof Error ? thrown.message : '') }
  }
}

/** An object of what the fields of a form hold; what is empty is left out. */
export function readInputFields(fields: readonly InputField[], texts: Readonly<Record<string, string>>): ReadInput {
  const value: Record<string, unknown> = {}
  for (const field of fields) {
    const text = texts[field.name] ?? field.start
    if (field.kind === 'switch') value[field.name] = text === 'true'
    else if (text.trim() === '') {
      if (field.required) return { value: null, problem: w.run.required(field.title) }
    } else if (field.kind === 'number') {
      if (!Number.isFinite(Number(text))) return { value: null, problem: w.run.notANumber(field.title) }
      value[field.name] = Number(text)
    } else if (field.kind === 'json') {
      const read = readFreeInput(text)
      if (read.problem !== null) return read
      value[field.name] = read.value
    } else value[field.name] = text
  }
  return { value, problem: null }
}
