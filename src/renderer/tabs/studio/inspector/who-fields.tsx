import type { Stage } from '../../../../shared/pipeline.ts'
import { right } from '../../settings/fields/reading.ts'
import { useEditorState } from '../editor/use-editor.ts'
import { w } from '../words.ts'
import type { Change, ProblemOf } from './change-fields.ts'
import { InspectorSection } from './inspector-section.tsx'
import { LiveField } from './live-field.tsx'
import { optional, words } from './readings.ts'
import { WhoAnswers } from './who-answers.tsx'

type WhoFieldsProps = { readonly stage: Stage; readonly problem: ProblemOf; readonly onChange: Change<Stage> }

/** Who answers a prompt, and with which tools. */
export function WhoFields({ stage, problem, onChange }: WhoFieldsProps) {
  const pipeline = useEditorState(({ history }) => history.now.pipeline)
  const otherwise = pipeline.model === undefined && pipeline.preset === undefined ? w.inspect.byDefault : w.inspect.ofPipeline
  return (
    <InspectorSection>
      <WhoAnswers who={stage} otherwise={otherwise} onChange={(who) => onChange({ ...stage, ...who })} />
      {problem('preset') !== null && <p className="text-12 text-bad">{problem('preset')}</p>}
      <LiveField
        label={w.inspect.tools}
        note={w.inspect.toolsNote}
        value={stage.tools}
        {...words}
        onChange={(tools) => onChange({ ...stage, tools }, 'tools')}
      />
      <LiveField
        label={w.inspect.agent}
        value={stage.agent}
        show={optional.show}
        read={(text) => right(text.trim() === '' ? undefined : text.slice(0, 120))}
        onChange={(agent) => onChange({ ...stage, agent }, 'agent')}
      />
    </InspectorSection>
  )
}
