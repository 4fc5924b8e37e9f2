import { z } from 'zod'
import { Segment } from '../../../../components/segment.tsx'
import { w } from '../../words.ts'
import { Labelled } from '../labelled.tsx'
import { LiveField } from '../live-field.tsx'
import { NumberField } from '../number-field.tsx'
import { optional, optionalJson, plain } from '../readings.ts'
import type { ProcessorProps } from './processor-props.ts'

const Tokens = z.number().int().min(16).max(200_000)
const ANSWERS = (['text', 'json'] as const).map((value) => ({ value, label: w.inspect.answers[value] }))

export function PromptFields({ processor, problem, onChange }: ProcessorProps<'prompt'>) {
  return (
    <>
      <LiveField
        rows={6}
        label={w.inspect.prompt}
        note={w.inspect.promptNote}
        value={processor.prompt}
        {...plain}
        problem={problem('prompt')}
        onChange={(prompt) => onChange({ ...processor, prompt }, 'prompt')}
      />
      <LiveField
        rows={2}
        label={w.inspect.system}
        value={processor.system}
        {...optional}
        problem={problem('system')}
        onChange={(system) => onChange({ ...processor, system }, 'system')}
      />
      <div className="grid grid-cols-2 items-end gap-3">
        <Labelled label={w.inspect.answer}>
          <span>
            <Segment
              label={w.inspect.answer}
              value={processor.output}
              options={ANSWERS}
              onChange={(output) => onChange({ ...processor, output })}
            />
          </span>
        </Labelled>
        <NumberField
          label={w.inspect.maxTokens}
          value={processor.maxOutputTokens}
          schema={Tokens}
          onChange={(maxOutputTokens) => onChange({ ...processor, maxOutputTokens }, 'tokens')}
        />
      </div>
      {processor.output === 'json' && (
        <LiveField
          mono
          rows={5}
          label={w.inspect.schema}
          note={w.inspect.schemaNote}
          value={processor.schema}
          {...optionalJson}
          onChange={(schema) => onChange({ ...processor, schema }, 'schema')}
        />
      )}
    </>
  )
}
