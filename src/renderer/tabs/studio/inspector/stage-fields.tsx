import type { Stage } from '../../../../shared/pipeline.ts'
import { StageId } from '../../../../shared/pipeline.ts'
import { DraftField } from '../../settings/fields/draft-field.tsx'
import { right, wrong } from '../../settings/fields/reading.ts'
import { readText } from '../../settings/fields/text-reading.ts'
import { w } from '../words.ts'
import type { Change, ProblemOf } from './change-fields.ts'
import { FailureFields } from './failure-fields.tsx'
import { InspectorSection } from './inspector-section.tsx'
import { Labelled } from './labelled.tsx'
import { LiveField } from './live-field.tsx'
import { NamedExpressions } from './named-expressions.tsx'
import { OrderFields } from './order-fields.tsx'
import { ProcessorFields } from './processor-fields.tsx'
import { optional } from './readings.ts'
import { ReuseFields } from './reuse-fields.tsx'
import { WhoFields } from './who-fields.tsx'

const t = w.inspect

export type StageFieldsProps = {
  readonly stage: Stage
  /** The other stages of its graph. */
  readonly others: readonly Stage[]
  readonly problem: ProblemOf
  readonly onChange: Change<Stage>
  readonly onRename: (id: string) => void
}

/** Every field of a stage. */
export function StageFields(props: StageFieldsProps) {
  const { stage, others, problem, onChange, onRename } = props
  const readId = (text: string) => {
    const id = readText(t.id, text, StageId, t.idRemedy)
    return id.ok && others.some((other) => other.id === id.value) ? wrong<string>(`${t.id}: ${text}`) : id
  }
  return (
    <>
      <InspectorSection>
        <div className="grid grid-cols-2 items-start gap-3">
          <LiveField
            label={t.label}
            value={stage.label}
            show={optional.show}
            read={(text) => right(text.trim() === '' ? undefined : text.slice(0, 120))}
            placeholder={stage.id}
            onChange={(label) => onChange({ ...stage, label }, 'label')}
          />
          <Labelled label={t.id}>
            <DraftField label={t.id} className="font-mono text-12" saved={stage.id} show={(id) => id} read={readId} commit={onRename} />
          </Labelled>
        </div>
        {problem('id') !== null && <p className="text-12 text-bad">{problem('id')}</p>}
      </InspectorSection>
      {stage.processor.type === 'prompt' && <WhoFields stage={stage} problem={problem} onChange={onChange} />}
      <InspectorSection title={w.kinds[stage.processor.type]}>
        <ProcessorFields
          processor={stage.processor}
          problem={(field) => problem(`processor.${field}`)}
          onChange={(processor, of) => onChange({ ...stage, processor }, of)}
        />
      </InspectorSection>
      <InspectorSection>
        <NamedExpressions
          title={t.input}
          note={t.inputNote}
          addLabel={t.addInput}
          values={stage.input}
          problem={(name) => problem(`input.${name}`)}
          onChange={(input, of) => onChange({ ...stage, input }, of)}
        />
        <LiveField
          mono
          label={t.output}
          note={t.outputNote}
          value={stage.output}
          {...optional}
          problem={problem('output')}
          onChange={(output) => onChange({ ...stage, output }, 'output')}
        />
      </InspectorSection>
      <OrderFields {...props} />
      <FailureFields stage={stage} problem={problem} onChange={onChange} />
      <ReuseFields stage={stage} problem={problem} onChange={onChange} />
    </>
  )
}
