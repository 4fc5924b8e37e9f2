import { SequentialSettings, type StrategyOf } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { DraftField } from '../fields/draft-field.tsx'
import { FormRow } from '../fields/form-row.tsx'
import { readNumber } from '../fields/number-reading.ts'

const t = m.settings.presets

type Settings = StrategyOf<'sequential'>
type SequentialFieldsProps = { readonly settings: Settings; readonly onChange: (settings: Settings) => void }

/** How long an answer must be to be accepted. */
export function SequentialFields({ settings, onChange }: SequentialFieldsProps) {
  return (
    <FormRow label={t.minCharacters} note={t.minCharactersNote} top>
      <DraftField
        label={t.minCharacters}
        inputMode="numeric"
        boxClassName="w-28"
        className="text-right tabular-nums"
        saved={settings.minCharacters}
        show={String}
        read={(text) => readNumber(t.minCharacters, text, SequentialSettings.shape.minCharacters)}
        commit={(minCharacters) => onChange({ ...settings, minCharacters })}
      />
    </FormRow>
  )
}
