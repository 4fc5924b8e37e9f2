import { useRef } from 'react'
import { type Preset, type PresetSettings, PresetStrategy } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { Segment } from '../../../components/segment.tsx'
import { useApp } from '../../../state/use-session.ts'
import { FormRow } from '../fields/form-row.tsx'
import { CascadeFields } from './cascade-fields.tsx'
import { ParallelFields } from './parallel-fields.tsx'
import { strategyDefaults } from './preset-changes.ts'
import { SequentialFields } from './sequential-fields.tsx'
import { VotingFields } from './voting-fields.tsx'

const t = m.settings.presets

export type StrategyFieldsProps = { readonly preset: Preset; readonly onChange: (settings: PresetSettings) => void }

/** How the members answer, and what that way can be told. Another way's settings are kept while the editor is open. */
export function StrategyFields({ preset, onChange }: StrategyFieldsProps) {
  const { settings } = preset
  const defaults = useApp((app) => app.settings.strategies)
  const kept = useRef(new Map<PresetStrategy, PresetSettings>())
  const choose = (strategy: PresetStrategy) => {
    kept.current.set(settings.strategy, settings)
    onChange(kept.current.get(strategy) ?? strategyDefaults(strategy, defaults))
  }
  return (
    <>
      <FormRow label={t.strategy} note={t.strategyNotes[settings.strategy]} top>
        <div className="overflow-x-auto p-0.5 -m-0.5">
          <Segment
            label={t.strategy}
            value={settings.strategy}
            options={PresetStrategy.options.map((value) => ({ value, label: t.strategies[value] }))}
            onChange={choose}
          />
        </div>
      </FormRow>
      {settings.strategy === 'parallel' && <ParallelFields settings={settings} onChange={onChange} />}
      {settings.strategy === 'sequential' && <SequentialFields settings={settings} onChange={onChange} />}
      {settings.strategy === 'voting' && <VotingFields settings={settings} onChange={onChange} />}
      {settings.strategy === 'cascade' && <CascadeFields settings={settings} onChange={onChange} />}
    </>
  )
}
