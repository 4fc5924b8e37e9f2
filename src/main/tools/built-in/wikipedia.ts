import { z } from 'zod'
import { type DefinedTool, defineTool } from '../defined-tool.ts'
import type { Web } from '../net/web.ts'
import { fetchJson } from './fetch-json.ts'
import { foundText } from './found.ts'

const Page = z.object({ title: z.string(), extract: z.string().default(''), fullurl: z.string(), index: z.number().default(0) })
const Answer = z.object({ query: z.object({ pages: z.array(Page) }).optional() })

/** MediaWiki's action interface; `base` with `{language}` for the edition. */
export function wikipedia(web: Web, base = 'https://{language}.wikipedia.org'): DefinedTool {
  return defineTool({
    name: 'wikipedia',
    title: 'Wikipedia',
    description: 'Searches Wikipedia and gives the beginnings of the articles that fit, with their addresses.',
    input: z.object({
      query: z.string().trim().min(1).max(300),
      language: z
        .string()
        .regex(/^[a-z]{2,3}(-[a-z]{2,10})?$/, 'Write a language code such as en, de or fr.')
        .default('en'),
      count: z.number().int().min(1).max(10).default(3),
    }),
    readOnly: true,
    leaves: true,
    timeMs: 20_000,
    run: async ({ query, language, count }, { signal, options }) => {
      const url = new URL('/w/api.php', base.replace('{language}', language))
      url.search = new URLSearchParams({
        action: 'query',
        format: 'json',
        formatversion: '2',
        generator: 'search',
        gsrsearch: query,
        gsrlimit: String(count),
        prop: 'extracts|info',
        inprop: 'url',
        exintro: '1',
        explaintext: '1',
        exlimit: 'max',
      }).toString()
      const { query: answer } = await fetchJson(web, { url: url.href, rules: { hosts: [], trusted: options.trusted }, signal }, Answer)
      const pages = (answer?.pages ?? []).toSorted((a, b) => a.index - b.index)
      const found = pages.map(({ title, fullurl, extract }) => ({ title, url: fullurl, text: extract }))
      return foundText(found, 'Wikipedia')
    },
  })
}
