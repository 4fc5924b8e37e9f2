import { z } from 'zod'
import { AutoRule } from '../auto.ts'
import { Settings, SettingsChange } from '../settings.ts'
import { FilePreview, SettingsFile } from '../settings-file.ts'
import { base } from './base.ts'

const file = z.object({ text: z.string().max(20_000_000) })

/** Settings of the whole app. */
export const settingsContract = {
  /** The rules of Auto that ship; the user's own stand in the settings. */
  shippedRules: base.output(z.array(AutoRule)),
  update: base.input(SettingsChange).output(Settings),
  /** Everything that is set, without a key. */
  writeFile: base.output(SettingsFile),
  /** What a file would change; nothing is changed. */
  previewFile: base.input(file).output(FilePreview),
  /** Takes the file and says what it changed. Sends nothing. */
  applyFile: base.input(file).output(FilePreview),
  /** Takes the last import of a file back. */
  undoFile: base,
}
