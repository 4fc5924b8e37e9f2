import type { Stage } from '../../../../shared/pipeline.ts'
import { Select } from '../../../components/select.tsx'
import { useApp } from '../../../state/use-session.ts'
import { useEditorState } from '../editor/use-editor.ts'
import { w } from '../words.ts'
import type { Change, ProblemOf } from './change-fields.ts'
import { ChosenList } from './chosen-list.tsx'
import { InspectorSection } from './inspector-section.tsx'
import { Labelled } from './labelled.tsx'
import { WhoAnswers } from './who-answers.tsx'

type WhoFieldsProps = { readonly stage: Stage; readonly problem: ProblemOf; readonly onChange: Change<Stage> }

/** Who answers a prompt, and with which tools. */
export function WhoFields({ stage, problem, onChange }: WhoFieldsProps) {
  const pipeline = useEditorState(({ history }) => history.now.pipeline)
  const tools = useApp((app) => app.tools.tools)
  const library = useApp((app) => app.library)
  const known = library.flatMap(({ kind, name }) => (kind === 'agent' ? [`${name}`] : []))
  const agents = stage.agent === undefined || known.includes(stage.agent) ? known : [...known, stage.agent]
  const otherwise = pipeline.model === undefined && pipeline.preset === undefined ? w.inspect.byDefault : w.inspect.ofPipeline
  return (
    <InspectorSection>
      <WhoAnswers who={stage} otherwise={otherwise} onChange={(who) => onChange({ ...stage, ...who })} />
      {problem('preset') !== null && <p className="text-12 text-bad">{problem('preset')}</p>}
      <Labelled label={w.inspect.agent}>
        <Select
          label={w.inspect.agent}
          value={stage.agent ?? ''}
          options={[{ value: '', label: '–' }, ...agents.map((name) => ({ value: name, label: name }))]}
          onChange={(agent) => onChange({ ...stage, agent: agent === '' ? undefined : agent })}
          className="w-full"
        />
      </Labelled>
      <ChosenList
        label={w.inspect.tools}
        addLabel={w.inspect.addTool}
        removeLabel={w.inspect.removeNamed}
        chosen={stage.tools}
        options={tools.map(({ name, title, permission }) => ({ value: name, label: title, hint: w.inspect.permissions[permission] }))}
        onChange={(next) => onChange({ ...stage, tools: next })}
      />
    </InspectorSection>
  )
}
