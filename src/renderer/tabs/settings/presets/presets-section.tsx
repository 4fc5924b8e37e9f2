import { Plus, Upload } from 'lucide-react'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { FileButton } from '../../../components/file-button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useApp } from '../../../state/use-session.ts'
import { SettingsSection } from '../settings-section.tsx'
import { usePlace } from '../use-place.ts'
import { w } from '../words.ts'
import { PresetEditor } from './preset-editor.tsx'
import { PresetReading } from './preset-reading.tsx'
import { PresetRow } from './preset-row.tsx'
import { usePresetActions } from './use-preset-actions.ts'

const t = m.settings.presets

/** Saved teams: the list of them, or one that is open. */
export function PresetsSection() {
  const presets = useApp((app) => app.presets)
  const defaultPreset = useApp((app) => app.settings.defaultPreset)
  const { item } = usePlace()
  const { create, importFile } = usePresetActions()
  const open = presets.find((preset) => preset.id === item)
  if (open) {
    return (
      <SettingsSection id="presets" title={m.settings.sections.presets} intro={t.intro}>
        {open.builtIn ? (
          <PresetReading preset={open} isDefault={open.id === defaultPreset} />
        ) : (
          <PresetEditor key={open.id} view={open} isDefault={open.id === defaultPreset} />
        )}
      </SettingsSection>
    )
  }
  return (
    <SettingsSection
      id="presets"
      title={m.settings.sections.presets}
      intro={t.intro}
      action={
        <div className="flex gap-2">
          <span data-setting={w.presets.importFile} className="rounded-control">
            <FileButton accept=".json,application/json" onFile={(file) => void importFile(file)}>
              <Upload size={14} aria-hidden />
              {w.presets.importFile}
            </FileButton>
          </span>
          <span data-setting={t.create} className="rounded-control">
            <Button onClick={() => void create()}>
              <Plus size={14} aria-hidden />
              {t.create}
            </Button>
          </span>
        </div>
      }
    >
      <Sheet>
        <ul>
          {presets.map((preset, index) => (
            <PresetRow
              key={preset.id}
              preset={preset}
              first={index === 0}
              last={index === presets.length - 1}
              isDefault={preset.id === defaultPreset}
            />
          ))}
        </ul>
      </Sheet>
    </SettingsSection>
  )
}
