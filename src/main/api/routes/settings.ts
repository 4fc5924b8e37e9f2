import type { Preferences } from '../../settings/preferences.ts'
import { os } from '../os.ts'

export const settingsRoutes = ({ preferences }: { readonly preferences: Preferences }) => ({
  update: os.settings.update.handler(({ input }) => preferences.update(input)),
})
