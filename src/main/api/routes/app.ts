import type { Preferences } from '../../settings/preferences.ts'
import type { AppHub } from '../app-hub.ts'
import { os } from '../os.ts'

interface AppParts {
  readonly hub: AppHub
  readonly preferences: Preferences
  readonly diagnostics: () => Promise<{ text: string; logFile: string }>
}

export const appRoutes = ({ hub, preferences, diagnostics }: AppParts) => ({
  snapshot: os.app.snapshot.handler(() => hub.snapshot()),
  watch: os.app.watch.handler(({ input, signal }) => hub.watch(input.after, signal)),
  diagnostics: os.app.diagnostics.handler(() => diagnostics()),
  dismissNotice: os.app.dismissNotice.handler(({ input }) => preferences.dismissNotice(input.id)),
  changeTabs: os.app.changeTabs.handler(({ input }) => preferences.changeTabs(input)),
})
