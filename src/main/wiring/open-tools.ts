import type { AppEventBody } from '../../shared/app-state.ts'
import type { Keys } from '../guard/keys.ts'
import type { Clock } from '../kernel/clock.ts'
import { Sandbox } from '../sandbox/sandbox.ts'
import type { Store } from '../store/open-store.ts'
import { arxiv } from '../tools/built-in/arxiv.ts'
import { calculator } from '../tools/built-in/calculator.ts'
import { currentTime } from '../tools/built-in/current-time.ts'
import { fileTools } from '../tools/built-in/files.ts'
import { github } from '../tools/built-in/github.ts'
import { news } from '../tools/built-in/news.ts'
import { shell } from '../tools/built-in/shell.ts'
import { sql } from '../tools/built-in/sql.ts'
import { webFetch } from '../tools/built-in/web-fetch.ts'
import { type PerplexityAccess, webSearch } from '../tools/built-in/web-search.ts'
import { wikipedia } from '../tools/built-in/wikipedia.ts'
import { McpServers } from '../tools/mcp/mcp-servers.ts'
import { openWeb } from '../tools/net/web.ts'
import { openSeal } from '../tools/open-seal.ts'
import { Tools } from '../tools/tools.ts'
import { APP_VERSION } from '../version.ts'
import type { Catalogue } from './open-catalogue.ts'

export interface ToolsWiring {
  /** The data folder, which stays closed to tools. */
  readonly home: string
  readonly store: Store
  readonly clock: Clock
  readonly keys: Keys
  readonly catalogue: Pick<Catalogue, 'providers'>
  readonly publish: (event: AppEventBody) => void
}

/** The tools that ship and the servers of the user's own. They compute in a thread of their own: a query may take seconds. */
export async function openTools({ home, store, clock, keys, catalogue, publish }: ToolsWiring) {
  const sandbox = new Sandbox()
  const web = openWeb()
  const perplexity: PerplexityAccess = () => {
    const provider = catalogue.providers.list().find(({ kind, enabled }) => kind === 'perplexity' && enabled)
    const key = provider === undefined ? null : keys.keyOf(provider.id)
    return provider === undefined || key === null ? null : { baseUrl: provider.baseUrl, key }
  }
  const servers = new McpServers({ validate: (job, signal) => sandbox.validate(job, signal), appVersion: APP_VERSION })
  const tools = await Tools.load({
    store: store.settings,
    servers,
    variables: keys.variables,
    seal: await openSeal(home),
    publish,
    builtIn: [
      calculator(sandbox),
      currentTime(clock),
      webFetch(web, sandbox),
      webSearch(web, perplexity),
      wikipedia(web),
      arxiv(web),
      github(web),
      news(web),
      ...fileTools([home]),
      sql(sandbox),
      shell([home]),
    ],
  })
  return {
    tools,
    close: async () => {
      await servers.close()
      await sandbox.close()
    },
  }
}
