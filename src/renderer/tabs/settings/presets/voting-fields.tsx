import type { StrategyOf } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { Segment } from '../../../components/segment.tsx'
import { Switch } from '../../../components/switch.tsx'
import { FormRow } from '../fields/form-row.tsx'

const t = m.settings.presets
const RULE_NOTES = { plurality: t.rulePluralityNote, weighted: t.ruleWeightedNote } as const
const STOP_NOTES = { majority: t.stopMajorityNote, adaptive: t.stopAdaptiveNote } as const

type Settings = StrategyOf<'voting'>
type VotingFieldsProps = { readonly settings: Settings; readonly onChange: (settings: Settings) => void }

/** What a vote counts, and whether all are asked where the result is known before. */
export function VotingFields({ settings, onChange }: VotingFieldsProps) {
  const { rule = 'plurality', stop = 'majority', earlyStop } = settings
  return (
    <>
      <FormRow label={t.rule} note={RULE_NOTES[rule]} top>
        <div>
          <Segment
            label={t.rule}
            value={rule}
            options={[
              { value: 'plurality', label: t.rulePlurality },
              { value: 'weighted', label: t.ruleWeighted },
            ]}
            onChange={(value) => onChange({ ...settings, rule: value })}
          />
        </div>
      </FormRow>
      <FormRow label={t.earlyStop}>
        <div className="flex items-center gap-3">
          <Switch label={t.earlyStop} checked={earlyStop} onChange={(on) => onChange({ ...settings, earlyStop: on })} />
          <span className="text-ink-2">{t.earlyStopNote}</span>
        </div>
      </FormRow>
      {earlyStop && (
        <FormRow label={t.stopWhen} note={STOP_NOTES[stop]} top>
          <div>
            <Segment
              label={t.stopWhen}
              value={stop}
              options={[
                { value: 'majority', label: t.stopMajority },
                { value: 'adaptive', label: t.stopAdaptive },
              ]}
              onChange={(value) => onChange({ ...settings, stop: value })}
            />
          </div>
        </FormRow>
      )}
    </>
  )
}
