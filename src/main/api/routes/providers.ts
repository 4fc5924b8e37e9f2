import type { Providers } from '../../settings/providers.ts'
import { os } from '../os.ts'

export const providersRoutes = ({ providers }: { readonly providers: Providers }) => ({
  save: os.providers.save.handler(({ input }) => providers.save(input)),
  setKey: os.providers.setKey.handler(({ input, signal }) => providers.setKey(input.id, input.key, signal)),
  removeKey: os.providers.removeKey.handler(({ input }) => providers.removeKey(input.id)),
  test: os.providers.test.handler(({ input, signal }) => providers.test(input.id, signal)),
  remove: os.providers.remove.handler(({ input }) => providers.remove(input.id)),
})
