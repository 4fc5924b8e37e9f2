import type { Preset } from '../../../../shared/preset.ts'
import { PresetFile } from '../../../../shared/settings-file.ts'

/** The preset in a file's text; null where it is no preset file. */
export function readPresetFile(text: string): Preset | null {
  try {
    const file = PresetFile.safeParse(JSON.parse(text))
    return file.success ? file.data.preset : null
  } catch {
    return null
  }
}
