import { w } from '../../words.ts'
import { LiveField } from '../live-field.tsx'
import { expression } from '../readings.ts'
import type { ProcessorProps } from './processor-props.ts'

export function TransformFields({ processor, problem, onChange }: ProcessorProps<'transform'>) {
  return (
    <LiveField
      mono
      rows={3}
      label={w.inspect.expression}
      value={processor.expression}
      {...expression}
      problem={problem('expression')}
      onChange={(next) => onChange({ ...processor, expression: next }, 'expression')}
    />
  )
}
