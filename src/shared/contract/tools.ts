import { z } from 'zod'
import { McpServer, McpServerId, McpServerView, ToolOptions, ToolPermission, ToolsState } from '../tool.ts'
import { base } from './base.ts'

const Server = z.object({ id: McpServerId })

/** Tools and servers of tools; they come with the snapshot. */
export const toolsContract = {
  list: base.output(ToolsState),
  setPermission: base.input(z.object({ name: z.string(), permission: ToolPermission })),
  setOptions: base.input(ToolOptions),
  /** Starts nothing: a new or changed server waits for its approval. */
  saveServer: base.input(McpServer),
  /** `digest`: of the transport as it was shown. Starts the server to see its tools. */
  approveServer: base.input(McpServerView.pick({ id: true, digest: true })),
  removeServer: base.input(Server),
  /** Undoes a removal. */
  restoreServer: base.input(Server),
}
