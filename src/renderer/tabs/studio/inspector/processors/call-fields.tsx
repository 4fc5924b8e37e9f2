import { PipelineId } from '../../../../../shared/ids.ts'
import { Select } from '../../../../components/select.tsx'
import { useApp } from '../../../../state/use-session.ts'
import { w } from '../../words.ts'
import { Labelled } from '../labelled.tsx'
import { NamedExpressions } from '../named-expressions.tsx'
import type { ProcessorProps } from './processor-props.ts'

export function CallFields({ processor, problem, onChange }: ProcessorProps<'pipeline'>) {
  const pipelines = useApp((app) => app.pipelines)
  const known = pipelines.map(({ id, name }) => ({ value: `${id}`, label: name }))
  const options = known.some(({ value }) => value === processor.pipeline)
    ? known
    : [...known, { value: `${processor.pipeline}`, label: processor.pipeline }]
  return (
    <>
      <Labelled label={w.inspect.calls}>
        <Select
          label={w.inspect.calls}
          value={`${processor.pipeline}`}
          options={options}
          onChange={(id) => onChange({ ...processor, pipeline: PipelineId.parse(id) })}
          className="w-full"
        />
      </Labelled>
      <NamedExpressions
        title={w.inspect.vars}
        addLabel={w.inspect.addVar}
        values={processor.vars}
        problem={(name) => problem(`vars.${name}`)}
        onChange={(vars, of) => onChange({ ...processor, vars }, of)}
      />
    </>
  )
}
