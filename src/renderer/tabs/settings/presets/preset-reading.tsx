import type { PresetView } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { FormRow } from '../fields/form-row.tsx'
import { AskedList } from './asked-list.tsx'
import { presetOf } from './preset-changes.ts'
import { PresetHead } from './preset-head.tsx'
import { strategyWord } from './strategy-word.ts'
import { usePresetActions } from './use-preset-actions.ts'

const t = m.settings.presets

type PresetReadingProps = { readonly preset: PresetView; readonly isDefault: boolean }

/** A preset that ships with Tutti: shown, not changed. A copy of it can be. */
export function PresetReading({ preset, isDefault }: PresetReadingProps) {
  const actions = usePresetActions()
  return (
    <>
      <PresetHead name={preset.name} isDefault={isDefault}>
        {!isDefault && <Button onClick={() => actions.makeDefault(preset.id)}>{t.makeDefault}</Button>}
        <Button look="main" onClick={() => void actions.duplicate(presetOf(preset))}>
          {t.duplicateToChange}
        </Button>
      </PresetHead>
      <Sheet>
        <FormRow label={t.strategy} note={t.strategyNotes[preset.settings.strategy]} top>
          <span className="@min-[36rem]:pt-1">{strategyWord(preset.settings)}</span>
        </FormRow>
        <FormRow label={t.members} top>
          <AskedList asked={preset.asked} demo={preset.demo} />
        </FormRow>
      </Sheet>
      <p className="mt-2 text-12 text-ink-2">{t.builtInNote}</p>
    </>
  )
}
