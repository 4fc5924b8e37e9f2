import { w } from '../../words.ts'
import { LiveField } from '../live-field.tsx'
import { expression, json } from '../readings.ts'
import type { ProcessorProps } from './processor-props.ts'

export function ValidateFields({ processor, problem, onChange }: ProcessorProps<'validate'>) {
  return (
    <>
      <LiveField
        mono
        label={w.inspect.checked}
        value={processor.value}
        {...expression}
        problem={problem('value')}
        onChange={(value) => onChange({ ...processor, value }, 'value')}
      />
      <LiveField
        mono
        rows={6}
        label={w.inspect.schema}
        note={w.inspect.schemaNote}
        value={processor.schema}
        {...json}
        onChange={(schema) => onChange({ ...processor, schema }, 'schema')}
      />
    </>
  )
}
