import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import type { KeptServer } from '../../../shared/tool.ts'

const MOST_PAGES = 20
const MOST_TOOLS = 200
const MOST_DESCRIPTION = 4_000
const MOST_SCHEMA = 50_000

/** What a server offers, page by page. Descriptions are cut; a tool with an enormous schema is left out. */
export async function listTools(
  client: Client,
  options: { readonly signal: AbortSignal; readonly timeout: number },
): Promise<KeptServer['offered']> {
  const { ListToolsResultSchema } = await import('@modelcontextprotocol/sdk/types.js')
  const offered: KeptServer['offered'] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES && offered.length < MOST_TOOLS; page += 1) {
    const params = cursor === undefined ? {} : { cursor }
    const answer = await client.request({ method: 'tools/list', params }, ListToolsResultSchema, options)
    for (const { name, title, description = '', inputSchema, annotations } of answer.tools) {
      if (name.length > 120 || JSON.stringify(inputSchema).length > MOST_SCHEMA) continue
      offered.push({
        name,
        title: title ?? annotations?.title ?? name,
        description: description.slice(0, MOST_DESCRIPTION),
        inputSchema: { ...inputSchema },
        readOnly: annotations?.readOnlyHint ?? false,
      })
    }
    cursor = answer.nextCursor
    if (cursor === undefined) break
  }
  return offered.slice(0, MOST_TOOLS)
}
