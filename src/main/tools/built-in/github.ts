import { z } from 'zod'
import { type DefinedTool, defineTool } from '../defined-tool.ts'
import type { Web } from '../net/web.ts'
import { fetchJson } from './fetch-json.ts'
import { foundText } from './found.ts'

const Repository = z.object({
  full_name: z.string(),
  html_url: z.string(),
  description: z.string().nullable().default(null),
  stargazers_count: z.number(),
  language: z.string().nullable().default(null),
  pushed_at: z.string().nullable().default(null),
})
const Issue = z.object({
  title: z.string(),
  html_url: z.string(),
  state: z.string(),
  body: z.string().nullable().default(null),
  updated_at: z.string().default(''),
})

/** GitHub's search interface, without an account: ten searches a minute. */
export function github(web: Web, base = 'https://api.github.com'): DefinedTool {
  return defineTool({
    name: 'github',
    title: 'GitHub',
    description: 'Searches public repositories, or issues and pull requests, on GitHub.',
    input: z.object({
      query: z.string().trim().min(1).max(250).describe('Words and GitHub’s qualifiers, such as language:rust or repo:owner/name.'),
      kind: z.enum(['repositories', 'issues']).default('repositories'),
      count: z.number().int().min(1).max(20).default(5),
    }),
    readOnly: true,
    leaves: true,
    timeMs: 20_000,
    run: async ({ query, kind, count }, { signal, options }) => {
      const url = new URL(`/search/${kind}`, base)
      url.search = new URLSearchParams({ q: query, per_page: String(count) }).toString()
      const request = {
        url: url.href,
        rules: { hosts: [], trusted: options.trusted },
        signal,
        headers: { accept: 'application/vnd.github+json' },
      }
      if (kind === 'repositories') {
        const { items } = await fetchJson(web, request, z.object({ items: z.array(Repository) }))
        const found = items.map((item) => ({
          title: item.full_name,
          url: item.html_url,
          about: [`${item.stargazers_count} stars`, item.language, item.pushed_at?.slice(0, 10)].filter(Boolean).join(', '),
          text: item.description ?? '',
        }))
        return foundText(found, 'GitHub')
      }
      const { items } = await fetchJson(web, request, z.object({ items: z.array(Issue) }))
      const found = items.map((item) => ({
        title: item.title,
        url: item.html_url,
        about: `${item.state}, ${item.updated_at.slice(0, 10)}`,
        text: item.body ?? '',
      }))
      return foundText(found, 'GitHub')
    },
  })
}
