import { Field } from '../../../components/field.tsx'
import { Select } from '../../../components/select.tsx'
import { Switch } from '../../../components/switch.tsx'
import { AREA, Labelled } from '../inspector/labelled.tsx'
import { w } from '../words.ts'
import type { InputField } from './input-fields.ts'
import type { RunInput } from './use-run-input.ts'

/** What the pipeline is given: the fields of its schema, or one text. */
export function InputForm({ form, hint }: { readonly form: RunInput; readonly hint?: string }) {
  if (form.fields === null) {
    return (
      <Labelled label={w.run.input} note={w.run.inputNote}>
        <textarea
          aria-label={w.run.input}
          rows={4}
          placeholder={hint}
          value={form.text()}
          onChange={(event) => form.set(event.target.value)}
          className={AREA}
        />
      </Labelled>
    )
  }
  return (
    <>
      {form.fields.map((field) => (
        <Labelled key={field.name} label={field.required ? w.run.required(field.title) : field.title} note={field.description}>
          <InputControl field={field} form={form} />
        </Labelled>
      ))}
    </>
  )
}

function InputControl({ field, form }: { readonly field: InputField; readonly form: RunInput }) {
  const { name, title, kind, choices } = field
  const text = form.text(name)
  switch (kind) {
    case 'switch':
      return <Switch label={title} checked={text === 'true'} onChange={(on) => form.set(String(on), name)} />
    case 'choice':
      return (
        <Select
          label={title}
          value={text}
          options={['', ...choices].map((value) => ({ value, label: value === '' ? '–' : value }))}
          onChange={(next) => form.set(next, name)}
        />
      )
    case 'number':
      return <Field label={title} inputMode="decimal" value={text} onChange={(event) => form.set(event.target.value, name)} />
    default:
      return <textarea aria-label={title} rows={3} value={text} onChange={(event) => form.set(event.target.value, name)} className={AREA} />
  }
}
