import { z } from 'zod'
import { w } from '../../words.ts'
import { LiveField } from '../live-field.tsx'
import { NumberField } from '../number-field.tsx'
import { plain } from '../readings.ts'
import type { ProcessorProps } from './processor-props.ts'

const Milliseconds = z.number().int().min(1).max(60_000)
const Megabytes = z.number().int().min(1).max(256)

export function CodeFields({ processor, onChange }: ProcessorProps<'code'>) {
  return (
    <>
      <LiveField
        mono
        rows={8}
        label={w.inspect.source}
        note={w.inspect.sourceNote}
        value={processor.source}
        {...plain}
        onChange={(source) => onChange({ ...processor, source }, 'source')}
      />
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          label={w.inspect.timeMs}
          value={processor.timeMs}
          schema={Milliseconds}
          onChange={(timeMs) => onChange({ ...processor, timeMs }, 'timeMs')}
        />
        <NumberField
          label={w.inspect.memoryMb}
          value={processor.memoryMb}
          schema={Megabytes}
          onChange={(memoryMb) => onChange({ ...processor, memoryMb }, 'memoryMb')}
        />
      </div>
    </>
  )
}
