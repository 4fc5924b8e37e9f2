import type { PresetView } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'

/** A preset's name; one that would ask the simulated members says so. */
export function presetName(preset: PresetView): string {
  return preset.demo ? m.chat.demoPreset(preset.name) : preset.name
}
