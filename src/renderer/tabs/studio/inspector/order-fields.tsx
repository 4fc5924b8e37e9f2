import { X } from 'lucide-react'
import { IconButton } from '../../../components/icon-button.tsx'
import { Select } from '../../../components/select.tsx'
import { stageName } from '../stages/stage-name.ts'
import { w } from '../words.ts'
import { InspectorSection } from './inspector-section.tsx'
import { LiveField } from './live-field.tsx'
import { optional } from './readings.ts'
import type { StageFieldsProps } from './stage-fields.tsx'
import { SwitchRow } from './switch-row.tsx'

const t = w.inspect

/** When a stage runs: what it waits for, under which condition, once or for each item of a list. */
export function OrderFields({ stage, others, problem, onChange }: StageFieldsProps) {
  const names = new Map(others.map((other) => [other.id, stageName(other)]))
  const free = others.filter(({ id }) => !stage.after.includes(id))
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
      <div className="grid gap-1.5">
        <span className="text-12 font-medium text-ink-2">{t.after}</span>
        {stage.after.map((id) => (
          <div key={id} className="flex items-center gap-2">
            <span className="min-w-0 truncate">{names.get(id) ?? id}</span>
            <IconButton
              small
              className="ml-auto"
              label={t.removeLink(names.get(id) ?? id)}
              onClick={() => onChange({ ...stage, after: stage.after.filter((other) => other !== id) })}
            >
              <X size={14} aria-hidden />
            </IconButton>
          </div>
        ))}
        {problem('after') !== null && <p className="text-12 text-bad">{problem('after')}</p>}
        {free.length > 0 && (
          <Select
            label={t.addAfter}
            value=""
            options={[{ value: '', label: t.addAfter }, ...free.map((other) => ({ value: other.id, label: stageName(other) }))]}
            onChange={(id) => id !== '' && onChange({ ...stage, after: [...stage.after, id] })}
            className="w-full"
          />
        )}
      </div>
    </InspectorSection>
  )
}
