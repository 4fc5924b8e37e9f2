import { useMemo } from 'react'
import type { PresetId } from '../../../../shared/ids.ts'
import type { Preset } from '../../../../shared/preset.ts'
import type { PresetFile } from '../../../../shared/settings-file.ts'
import { m } from '../../../app/messages.ts'
import { fileName, saveFile } from '../../../state/save-file.ts'
import { useSession } from '../../../state/use-session.ts'
import { usePlace } from '../use-place.ts'
import { w } from '../words.ts'
import { copyOf, movedPreset, newPreset } from './preset-changes.ts'
import { readPresetFile } from './read-preset-file.ts'

const t = m.settings.presets

/** Create, duplicate, delete (can be undone) and make default. */
export function usePresetActions() {
  const { app, client, attempt, toasts } = useSession()
  const { go } = usePlace()
  return useMemo(() => {
    const saveAndOpen = async (preset: Preset) => {
      if (await attempt(client.presets.save(preset))) go('presets', preset.id)
    }
    return {
      create: async () => {
        const { snapshot } = app.getState()
        if (snapshot) await saveAndOpen(newPreset(crypto.randomUUID(), t.newName, snapshot.settings.strategies))
      },
      /** One place up or down among all presets. */
      move: (id: PresetId, by: 1 | -1) => {
        const { snapshot } = app.getState()
        const ids = snapshot?.presets.map((preset) => preset.id) ?? []
        void attempt(client.settings.update({ presetOrder: movedPreset(ids, id, by) }))
      },
      exportFile: (preset: Preset) => {
        const file: PresetFile = { tutti: 'preset', version: 1, preset: { ...preset, builtIn: false } }
        saveFile(`${fileName(preset.name)}.tutti-preset.json`, JSON.stringify(file, null, 2))
      },
      /** Fills in a new preset with what the file says; nothing is asked or sent. */
      importFile: async (file: File) => {
        const preset = readPresetFile(await file.text().catch(() => ''))
        if (preset === null) {
          toasts.say(w.presets.notAPreset(file.name), null, 'bad')
          return
        }
        await saveAndOpen(copyOf(preset, crypto.randomUUID(), preset.name))
        toasts.say(w.presets.imported(preset.name))
      },
      duplicate: (preset: Preset) => saveAndOpen(copyOf(preset, crypto.randomUUID(), t.copyName(preset.name))),
      makeDefault: (id: PresetId) => void attempt(client.settings.update({ defaultPreset: id })),
      remove: async (preset: Preset) => {
        const removed = client.presets.remove({ id: preset.id }).then(() => true)
        if ((await attempt(removed)) !== true) return
        go('presets')
        toasts.say(t.removed(preset.name), { label: m.common.undo, run: () => void attempt(client.presets.save(preset)) })
      },
    }
  }, [app, client, attempt, toasts, go])
}
