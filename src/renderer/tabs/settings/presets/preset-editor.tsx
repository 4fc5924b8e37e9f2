import { Preset, type PresetView } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { readDollars, showDollars } from '../fields/dollars.ts'
import { DraftArea } from '../fields/draft-area.tsx'
import { DraftField } from '../fields/draft-field.tsx'
import { FormRow } from '../fields/form-row.tsx'
import { readText } from '../fields/text-reading.ts'
import { PresetToolsField } from '../tools/preset-tools-field.tsx'
import { MembersField } from './members-field.tsx'
import { PresetHead } from './preset-head.tsx'
import { StrategyFields } from './strategy-fields.tsx'
import { usePresetActions } from './use-preset-actions.ts'
import { usePresetDraft } from './use-preset-draft.ts'

const t = m.settings.presets

type PresetEditorProps = { readonly view: PresetView; readonly isDefault: boolean }

/** Everything about a preset of the user's own. Each change is saved by itself. */
export function PresetEditor({ view, isDefault }: PresetEditorProps) {
  const { preset, saved, error, change, flush } = usePresetDraft(view)
  const actions = usePresetActions()
  return (
    <>
      <PresetHead name={preset.name} isDefault={isDefault}>
        <span role="status" className="text-12 text-ink-3">
          {error !== null ? t.notSaved : saved ? t.saved : t.saving}
        </span>
        {!isDefault && <Button onClick={() => actions.makeDefault(preset.id)}>{t.makeDefault}</Button>}
        <Button onClick={() => void actions.duplicate(preset)}>{t.duplicate}</Button>
        <Button
          disabled={isDefault}
          {...(isDefault ? { title: t.defaultStays } : {})}
          onClick={() => {
            flush()
            void actions.remove(preset)
          }}
        >
          {t.remove}
        </Button>
      </PresetHead>
      {error !== null && (
        <div className="mb-2.5">
          <ErrorNote what={error} role="alert" />
        </div>
      )}
      <Sheet>
        <FormRow label={t.name} top>
          <DraftField
            label={t.name}
            boxClassName="max-w-88"
            saved={preset.name}
            show={(name) => name}
            read={(text) => readText(t.name, text, Preset.shape.name, t.nameRemedy)}
            commit={(name) => change({ name })}
          />
        </FormRow>
        <StrategyFields preset={preset} onChange={(settings) => change({ settings })} />
        <MembersField preset={preset} asked={view.asked} demo={view.demo} onChange={(members) => change({ members })} />
        <FormRow label={t.systemPrompt} top>
          <DraftArea
            label={t.systemPrompt}
            placeholder={t.systemPromptHint}
            saved={preset.systemPrompt}
            show={(text) => text}
            read={(text) => readText(t.systemPrompt, text, Preset.shape.systemPrompt, '')}
            commit={(systemPrompt) => change({ systemPrompt })}
          />
        </FormRow>
        <PresetToolsField chosen={preset.tools} onChange={(tools) => change({ tools })} />
        <FormRow label={t.budget} note={t.budgetNote} top>
          <DraftField
            label={t.budget}
            before="$"
            inputMode="decimal"
            boxClassName="w-42"
            className="text-right tabular-nums"
            placeholder={t.budgetEmpty}
            saved={preset.budgetMicros}
            show={showDollars}
            read={(text) => readDollars(t.budget, text)}
            commit={(budgetMicros) => change({ budgetMicros })}
          />
        </FormRow>
      </Sheet>
    </>
  )
}
