import type { Preferences } from '../../settings/preferences.ts'
import type { AppHub } from '../app-hub.ts'
import { os } from '../os.ts'

export const appRoutes = ({ hub, preferences }: { readonly hub: AppHub; readonly preferences: Preferences }) => ({
  snapshot: os.app.snapshot.handler(() => hub.snapshot()),
  watch: os.app.watch.handler(({ input, signal }) => hub.watch(input.after, signal)),
  dismissNotice: os.app.dismissNotice.handler(({ input }) => preferences.dismissNotice(input.id)),
  changeTabs: os.app.changeTabs.handler(({ input }) => preferences.changeTabs(input)),
})
