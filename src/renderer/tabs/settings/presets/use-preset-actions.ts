import { useMemo } from 'react'
import type { PresetId } from '../../../../shared/ids.ts'
import type { Preset } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { useSession } from '../../../state/use-session.ts'
import { usePlace } from '../use-place.ts'
import { copyOf, newPreset } from './preset-changes.ts'

const t = m.settings.presets

/** Create, duplicate, delete (can be undone) and make default. */
export function usePresetActions() {
  const { client, attempt, toasts } = useSession()
  const { go } = usePlace()
  return useMemo(() => {
    const saveAndOpen = async (preset: Preset) => {
      if (await attempt(client.presets.save(preset))) go('presets', preset.id)
    }
    return {
      create: () => saveAndOpen(newPreset(crypto.randomUUID(), t.newName)),
      duplicate: (preset: Preset) => saveAndOpen(copyOf(preset, crypto.randomUUID(), t.copyName(preset.name))),
      makeDefault: (id: PresetId) => void attempt(client.settings.update({ defaultPreset: id })),
      remove: async (preset: Preset) => {
        const removed = client.presets.remove({ id: preset.id }).then(() => true)
        if ((await attempt(removed)) !== true) return
        go('presets')
        toasts.say(t.removed(preset.name), { label: m.common.undo, run: () => void attempt(client.presets.save(preset)) })
      },
    }
  }, [client, attempt, toasts, go])
}
