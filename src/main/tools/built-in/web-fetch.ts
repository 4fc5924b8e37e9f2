import { z } from 'zod'
import { MAX_RESULT_CHARACTERS } from '../cut-result.ts'
import { type DefinedTool, defineTool } from '../defined-tool.ts'
import type { Web } from '../net/web.ts'

const READ_MS = 5_000

export interface ReadingHtml {
  readHtml(job: { readonly html: string; readonly url: string; readonly timeMs: number }, signal: AbortSignal): Promise<string>
}

export function webFetch(web: Web, computing: ReadingHtml): DefinedTool {
  return defineTool({
    name: 'web-fetch',
    title: 'Fetch a web page',
    description: 'Fetches a public page of the web and gives its text, with links. It only reads. Long pages are cut; read on with `from`.',
    input: z.object({
      url: z.string().min(1).max(4_000).describe('An address that starts with https:// or http://'),
      from: z.number().int().min(0).default(0).describe('The character to start from, for the rest of a long page.'),
    }),
    readOnly: true,
    leaves: true,
    timeMs: 30_000,
    run: async ({ url, from }, { signal, options }) => {
      const page = await web({ url, rules: options, signal })
      const isHtml = /html/i.test(page.contentType)
      const text = isHtml ? await computing.readHtml({ html: page.text, url: page.url, timeMs: READ_MS }, signal) : page.text
      const end = from + MAX_RESULT_CHARACTERS - 500
      const rest = text.length > end ? `\n\n[Read on with from: ${end}; ${text.length - end} characters are left.]` : ''
      const note = page.cut ? '\n\n[The page is larger than what is read; its end is missing.]' : ''
      return `${page.url}\n\n${text.slice(from, end)}${rest || note}`
    },
  })
}
