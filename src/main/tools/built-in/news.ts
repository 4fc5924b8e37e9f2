import { z } from 'zod'
import { type DefinedTool, defineTool } from '../defined-tool.ts'
import type { Web } from '../net/web.ts'
import { fetchJson } from './fetch-json.ts'
import { foundText } from './found.ts'

const Article = z.object({
  title: z.string(),
  url: z.string(),
  domain: z.string().default(''),
  seendate: z.string().default(''),
  language: z.string().default(''),
})
const Answer = z.object({ articles: z.array(Article).default([]) })

/** GDELT's index of the world's news (DOC 2.0), of the last three months, without an account. */
export function news(web: Web, base = 'https://api.gdeltproject.org'): DefinedTool {
  return defineTool({
    name: 'news',
    title: 'News',
    description: 'Searches news articles of the last days, world-wide: titles, sources, dates and addresses.',
    input: z.object({
      query: z.string().trim().min(3).max(300).describe('Words, or a phrase in quotation marks.'),
      days: z.number().int().min(1).max(90).default(7),
      count: z.number().int().min(1).max(50).default(10),
    }),
    readOnly: true,
    leaves: true,
    timeMs: 30_000,
    run: async ({ query, days, count }, { signal, options }) => {
      const url = new URL('/api/v2/doc/doc', base)
      url.search = new URLSearchParams({
        query,
        mode: 'artlist',
        format: 'json',
        sort: 'hybridrel',
        timespan: `${days}d`,
        maxrecords: String(count),
      }).toString()
      const { articles } = await fetchJson(web, { url: url.href, rules: { hosts: [], trusted: options.trusted }, signal }, Answer)
      const found = articles.map(({ title, url: address, domain, seendate, language }) => ({
        title,
        url: address,
        about: [domain, seendate.replace(/^(\d{4})(\d{2})(\d{2}).*/, '$1-$2-$3'), language].filter(Boolean).join(', '),
      }))
      return foundText(found, 'The news index')
    },
  })
}
