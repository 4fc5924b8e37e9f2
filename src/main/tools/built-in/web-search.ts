import { z } from 'zod'
import { TuttiError } from '../../../shared/errors.ts'
import { type DefinedTool, defineTool } from '../defined-tool.ts'
import type { Web } from '../net/web.ts'
import { fetchJson } from './fetch-json.ts'
import { foundText } from './found.ts'

const Hit = z.object({
  title: z.string().default(''),
  url: z.string(),
  /** Perplexity's name, and that of SearXNG. */
  snippet: z.string().optional(),
  content: z.string().optional(),
  date: z.string().nullable().optional(),
})
const Answer = z.object({ results: z.array(Hit) })

/** How Perplexity is asked; null where it has no key. */
export type PerplexityAccess = () => { readonly baseUrl: string | null; readonly key: string } | null

/**
 * Perplexity's search (docs.perplexity.ai, POST /search; billed by Perplexity a search), or an address of the user's own that answers
 * with JSON as SearXNG does: {results: [{title, url, content}]}.
 */
export function webSearch(web: Web, perplexity: PerplexityAccess): DefinedTool {
  return defineTool({
    name: 'web-search',
    title: 'Web search',
    description: 'Searches the web and gives titles, addresses and passages of the pages that fit.',
    input: z.object({ query: z.string().trim().min(1).max(500), count: z.number().int().min(1).max(20).default(6) }),
    readOnly: true,
    leaves: true,
    timeMs: 30_000,
    needs: ({ searchUrl }) => (searchUrl === null && perplexity() === null ? 'search' : null),
    run: async ({ query, count }, { signal, options }) => {
      const { searchUrl, trusted } = options
      if (searchUrl !== null) {
        const url = searchUrl.includes('{query}') ? searchUrl.replaceAll('{query}', encodeURIComponent(query)) : withQuery(searchUrl, query)
        // The user wrote this address, so it may be on this computer.
        const rules = { hosts: [], trusted: [...trusted, hostAndPort(searchUrl)] }
        return foundText((await fetchJson(web, { url, rules, signal }, Answer)).results.slice(0, count).map(hitOf), 'The search')
      }
      const access = perplexity()
      if (access === null) throw new TuttiError('no-key', 'The web search needs a key for Perplexity, or the address of a search service.')
      const base = access.baseUrl ?? 'https://api.perplexity.ai'
      const { results } = await fetchJson(
        web,
        {
          url: `${base.replace(/\/$/, '')}/search`,
          rules: { hosts: [], trusted: [...trusted, hostAndPort(base)] },
          signal,
          headers: { authorization: `Bearer ${access.key}` },
          json: { query, max_results: count },
        },
        Answer,
      )
      return foundText(results.slice(0, count).map(hitOf), 'The search')
    },
  })
}

function hitOf({ title, url, snippet, content, date }: z.infer<typeof Hit>) {
  return { title: title === '' ? url : title, url, text: snippet ?? content, about: date ?? undefined }
}

function withQuery(address: string, query: string): string {
  const url = new URL(address)
  url.searchParams.set('q', query)
  return url.href
}

function hostAndPort(address: string): string {
  const { hostname, port, protocol } = new URL(address.replaceAll('{query}', 'query'))
  return `${hostname}:${port === '' ? (protocol === 'https:' ? '443' : '80') : port}`.toLowerCase()
}
