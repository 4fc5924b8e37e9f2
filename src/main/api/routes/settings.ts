import type { AutoRule } from '../../../shared/auto.ts'
import type { Preferences } from '../../settings/preferences.ts'
import type { SettingsFiles } from '../../settings/settings-files.ts'
import { os } from '../os.ts'

type Parts = { readonly preferences: Preferences; readonly settingsFiles: SettingsFiles; readonly shippedRules: readonly AutoRule[] }

export const settingsRoutes = ({ preferences, settingsFiles, shippedRules }: Parts) => ({
  shippedRules: os.settings.shippedRules.handler(() => [...shippedRules]),
  update: os.settings.update.handler(({ input }) => preferences.update(input)),
  writeFile: os.settings.writeFile.handler(() => settingsFiles.write()),
  previewFile: os.settings.previewFile.handler(({ input }) => settingsFiles.preview(input.text)),
  applyFile: os.settings.applyFile.handler(({ input }) => settingsFiles.apply(input.text)),
  undoFile: os.settings.undoFile.handler(() => settingsFiles.undo()),
})
