import { stageName } from '../stages/stage-name.ts'
import { w } from '../words.ts'
import { ChosenList } from './chosen-list.tsx'
import { InspectorSection } from './inspector-section.tsx'
import { LiveField } from './live-field.tsx'
import { optional } from './readings.ts'
import type { StageFieldsProps } from './stage-fields.tsx'
import { SwitchRow } from './switch-row.tsx'

const t = w.inspect

/** When a stage runs: what it waits for, under which condition, once or for each item of a list. */
export function OrderFields({ stage, others, problem, onChange }: StageFieldsProps) {
  return (
    <InspectorSection title={t.order}>
      <LiveField
        mono
        label={t.condition}
        note={t.conditionNote}
        value={stage.condition}
        {...optional}
        problem={problem('condition')}
        onChange={(condition) => onChange({ ...stage, condition }, 'condition')}
      />
      <LiveField
        mono
        label={t.over}
        note={t.overNote}
        value={stage.over}
        {...optional}
        problem={problem('over')}
        onChange={(over) => onChange({ ...stage, over }, 'over')}
      />
      <SwitchRow label={t.parallel} note={t.parallelNote} on={stage.parallel} onChange={(parallel) => onChange({ ...stage, parallel })} />
      <ChosenList
        label={t.after}
        addLabel={t.addAfter}
        removeLabel={t.removeLink}
        chosen={stage.after}
        options={others.map((other) => ({ value: other.id, label: stageName(other) }))}
        problem={problem('after')}
        onChange={(after) => onChange({ ...stage, after })}
      />
    </InspectorSection>
  )
}
