import type { Tools } from '../../tools/tools.ts'
import { os } from '../os.ts'

export const toolsRoutes = ({ tools }: { readonly tools: Tools }) => ({
  list: os.tools.list.handler(() => tools.state()),
  setPermission: os.tools.setPermission.handler(({ input }) => tools.setPermission(input.name, input.permission)),
  setOptions: os.tools.setOptions.handler(({ input }) => tools.setOptions(input)),
  saveServer: os.tools.saveServer.handler(({ input }) => tools.saveServer(input)),
  approveServer: os.tools.approveServer.handler(({ input, signal }) => tools.approveServer(input, signal)),
  removeServer: os.tools.removeServer.handler(({ input }) => tools.removeServer(input.id)),
  restoreServer: os.tools.restoreServer.handler(({ input }) => tools.restoreServer(input.id)),
})
