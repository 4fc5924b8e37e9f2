import { SequentialSettings, type StrategyOf } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { NumberRow } from './number-row.tsx'

const t = m.settings.presets
const { minCharacters, threshold, retries } = SequentialSettings.shape

type Settings = StrategyOf<'sequential'>
type SequentialFieldsProps = { readonly settings: Settings; readonly onChange: (settings: Settings) => void }

/** When an answer is accepted, and how often a member may try again. */
export function SequentialFields({ settings, onChange }: SequentialFieldsProps) {
  return (
    <>
      <NumberRow
        label={t.minCharacters}
        note={t.minCharactersNote}
        whole
        saved={settings.minCharacters}
        schema={minCharacters.unwrap()}
        commit={(value) => onChange({ ...settings, minCharacters: value })}
      />
      <NumberRow
        label={t.threshold}
        note={t.acceptNote}
        saved={settings.threshold}
        schema={threshold}
        empty={{ value: undefined, shown: '0.5' }}
        commit={(value) => onChange({ ...settings, threshold: value })}
      />
      <NumberRow
        label={t.retries}
        note={t.retriesNote}
        whole
        saved={settings.retries}
        schema={retries}
        empty={{ value: undefined, shown: '0' }}
        commit={(value) => onChange({ ...settings, retries: value })}
      />
    </>
  )
}
