import type { AppEventBody } from '../../shared/app-state.ts'
import type { Clock } from '../kernel/clock.ts'
import { Sandbox } from '../sandbox/sandbox.ts'
import type { Store } from '../store/open-store.ts'
import { calculator } from '../tools/built-in/calculator.ts'
import { currentTime } from '../tools/built-in/current-time.ts'
import { McpServers } from '../tools/mcp/mcp-servers.ts'
import { Tools } from '../tools/tools.ts'
import { APP_VERSION } from '../version.ts'

export interface ToolsWiring {
  readonly store: Store
  readonly clock: Clock
  readonly publish: (event: AppEventBody) => void
}

/** The tools that ship and the servers of the user's own. They compute in a thread of their own: a query may take seconds. */
export async function openTools({ store, clock, publish }: ToolsWiring) {
  const sandbox = new Sandbox()
  const servers = new McpServers({ validate: (job, signal) => sandbox.validate(job, signal), appVersion: APP_VERSION })
  const tools = await Tools.load({
    store: store.settings,
    servers,
    publish,
    builtIn: [calculator(sandbox), currentTime(clock)],
  })
  return {
    tools,
    close: async () => {
      await servers.close()
      await sandbox.close()
    },
  }
}
