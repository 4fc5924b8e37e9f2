import { z } from 'zod'
import { TuttiError } from '../../../shared/errors.ts'
import { type DefinedTool, defineTool } from '../defined-tool.ts'
import type { Web } from '../net/web.ts'
import { foundText } from './found.ts'

const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item))
const Entry = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string().default(''),
  published: z.string().default(''),
  author: list(z.object({ name: z.string() })),
})
const Feed = z.object({ feed: z.object({ entry: list(Entry) }) })

/** arXiv's interface (info.arxiv.org/help/api): Atom. */
export function arxiv(web: Web, base = 'https://export.arxiv.org'): DefinedTool {
  return defineTool({
    name: 'arxiv',
    title: 'arXiv',
    description: 'Searches scientific papers on arXiv and gives titles, authors, dates, abstracts and addresses.',
    input: z.object({
      query: z.string().trim().min(1).max(400).describe('Words, or fields of arXiv such as au:vaswani AND ti:attention.'),
      count: z.number().int().min(1).max(20).default(5),
      newest: z.boolean().default(false).describe('Newest first rather than most relevant.'),
    }),
    readOnly: true,
    leaves: true,
    timeMs: 30_000,
    run: async ({ query, count, newest }, { signal, options }) => {
      const url = new URL('/api/query', base)
      const search = /\b(all|ti|au|abs|cat|id):/.test(query) ? query : `all:${query.split(/\s+/).join(' AND all:')}`
      url.search = new URLSearchParams({
        search_query: search,
        max_results: String(count),
        sortBy: newest ? 'submittedDate' : 'relevance',
        sortOrder: 'descending',
      }).toString()
      const { text } = await web({ url: url.href, rules: { hosts: [], trusted: options.trusted }, signal })
      const { XMLParser } = await import('fast-xml-parser')
      const feed = Feed.safeParse(new XMLParser({ processEntities: true, parseTagValue: false }).parse(text))
      if (!feed.success) throw new TuttiError('malformed', 'arXiv answered in a form that is not known.', { retryable: false })
      const found = feed.data.feed.entry.map(({ id, title, summary, published, author }) => ({
        title,
        url: id,
        about: `${author
          .map(({ name }) => name)
          .slice(0, 6)
          .join(', ')}${author.length > 6 ? ' and others' : ''}, ${published.slice(0, 10)}`,
        text: summary,
      }))
      return foundText(found, 'arXiv')
    },
  })
}
