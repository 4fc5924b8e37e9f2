import type { StrategyOf } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { Switch } from '../../../components/switch.tsx'
import { FormRow } from '../fields/form-row.tsx'

const t = m.settings.presets

type Settings = StrategyOf<'voting'>
type VotingFieldsProps = { readonly settings: Settings; readonly onChange: (settings: Settings) => void }

/** Whether all are asked where the majority is decided before. */
export function VotingFields({ settings, onChange }: VotingFieldsProps) {
  return (
    <FormRow label={t.earlyStop}>
      <div className="flex items-center gap-3">
        <Switch label={t.earlyStop} checked={settings.earlyStop} onChange={(earlyStop) => onChange({ ...settings, earlyStop })} />
        <span className="text-ink-2">{t.earlyStopNote}</span>
      </div>
    </FormRow>
  )
}
