import { w } from '../../words.ts'
import { LiveField } from '../live-field.tsx'
import { NamedExpressions } from '../named-expressions.tsx'
import { needed } from '../readings.ts'
import type { ProcessorProps } from './processor-props.ts'

export function ToolFields({ processor, problem, onChange }: ProcessorProps<'tool'>) {
  return (
    <>
      <LiveField label={w.inspect.tool} value={processor.tool} {...needed} onChange={(tool) => onChange({ ...processor, tool }, 'tool')} />
      <NamedExpressions
        title={w.inspect.toolArguments}
        addLabel={w.inspect.addArgument}
        values={processor.arguments}
        problem={(name) => problem(`arguments.${name}`)}
        onChange={(values, of) => onChange({ ...processor, arguments: values }, of)}
      />
    </>
  )
}
