import { w } from '../../words.ts'
import { LiveField } from '../live-field.tsx'
import { lines, optional, plain } from '../readings.ts'
import type { ProcessorProps } from './processor-props.ts'

export function AskFields({ processor, problem, onChange }: ProcessorProps<'ask'>) {
  return (
    <>
      <LiveField
        rows={2}
        label={w.inspect.question}
        note={w.inspect.promptNote}
        value={processor.question}
        {...plain}
        problem={problem('question')}
        onChange={(question) => onChange({ ...processor, question }, 'question')}
      />
      <LiveField
        rows={2}
        label={w.inspect.detail}
        value={processor.detail}
        {...optional}
        problem={problem('detail')}
        onChange={(detail) => onChange({ ...processor, detail }, 'detail')}
      />
      <LiveField
        rows={3}
        label={w.inspect.options}
        note={w.inspect.optionsNote}
        value={processor.options}
        {...lines}
        onChange={(options) => onChange({ ...processor, options }, 'options')}
      />
    </>
  )
}
