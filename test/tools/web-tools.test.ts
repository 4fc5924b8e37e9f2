import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { Sandbox } from '../../src/main/sandbox/sandbox.ts'
import { arxiv } from '../../src/main/tools/built-in/arxiv.ts'
import { github } from '../../src/main/tools/built-in/github.ts'
import { news } from '../../src/main/tools/built-in/news.ts'
import { webFetch } from '../../src/main/tools/built-in/web-fetch.ts'
import { webSearch } from '../../src/main/tools/built-in/web-search.ts'
import { wikipedia } from '../../src/main/tools/built-in/wikipedia.ts'
import type { DefinedTool } from '../../src/main/tools/defined-tool.ts'
import { openWeb } from '../../src/main/tools/net/web.ts'
import { ToolOptions } from '../../src/shared/tool.ts'
import { openSite } from './support/local-site.ts'

const web = openWeb()
const sandbox = new Sandbox()
let close: () => Promise<void> = async () => undefined

afterEach(() => close())
afterAll(() => sandbox.close())

/** A site that answers everything with this body, and a way to call a tool that may reach it. */
async function site(
  body: string,
  type = 'application/json',
  seen: (request: IncomingMessage, response: ServerResponse) => void = () => undefined,
) {
  const opened = await openSite((request, response) => {
    seen(request, response)
    response.setHeader('content-type', type)
    response.end(body)
  })
  close = opened.close
  const options = ToolOptions.parse({ trusted: [opened.place] })
  return { ...opened, use: (tool: DefinedTool, input: unknown) => tool.run(input, { signal: new AbortController().signal, options }) }
}

describe('B10 reading the web', () => {
  test('a page is given as its text with links and tables, without scripts', async () => {
    const html = `<html><head><title>T</title><script>steal()</script><style>p{}</style></head><body><nav>Menu</nav><h1>Tea</h1>
      <p>Steep it for <b>three</b> minutes. See <a href="/how?x=1">how</a>.</p><table><tr><th>Kind</th><th>Time</th></tr><tr><td>Green</td><td>2</td></tr></table></body></html>`
    const { use, url } = await site(html, 'text/html; charset=utf-8')
    const text = await use(webFetch(web, sandbox), { url: `${url}/tea` })
    expect(text).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/tea\n\nTea\n/)
    expect(text).toContain('Steep it for three minutes.')
    expect(text).toContain(`how [${url}/how?x=1]`)
    expect(text).toMatch(/Green\s+2/)
    expect(text).not.toMatch(/steal|p\{\}|Menu/)
  })

  test('a long page is given in pieces that join', async () => {
    const words = Array.from({ length: 20_000 }, (_, index) => `word${index}`).join(' ')
    const { use, url } = await site(words, 'text/plain')
    const first = await use(webFetch(web, sandbox), { url })
    const from = Number(/\[Read on with from: (\d+);/.exec(first)?.[1])
    const rest = await use(webFetch(web, sandbox), { url, from })
    const body = (text: string) => text.slice(text.indexOf('\n\n') + 2).replace(/\n\n\[Read on.*$/s, '')
    expect((body(first) + body(rest)).startsWith(words.slice(0, 100_000))).toBe(true)
  })

  test('a page that takes for ever to read is given up, and the next one is read', async () => {
    const hostile = await site('<div>'.repeat(100_000), 'text/html')
    const [given] = await Promise.allSettled([hostile.use(webFetch(web, sandbox), { url: hostile.url })])
    if (given.status === 'rejected') expect(String(given.reason)).toContain('The page did not end within')
    await close()
    const { use, url } = await site('<p>Tea</p>', 'text/html')
    await expect(use(webFetch(web, sandbox), { url })).resolves.toMatch(/Tea$/)
  }, 20_000)

  test('other charsets are read', async () => {
    const opened = await openSite((_, response) =>
      response.writeHead(200, { 'content-type': 'text/plain; charset=iso-8859-1' }).end(Buffer.from([0x63, 0x61, 0x66, 0xe9])),
    )
    close = opened.close
    const options = ToolOptions.parse({ trusted: [opened.place] })
    const text = await webFetch(web, sandbox).run({ url: opened.url }, { signal: new AbortController().signal, options })
    expect(text).toMatch(/café$/)
  })
})

describe('B10 searching', () => {
  test('arXiv: papers with authors, dates and abstracts', async () => {
    const entry = `<entry><id>http://arxiv.org/abs/1706.03762v7</id><title>Attention Is All\n  You Need</title><summary>The dominant…</summary><published>2017-06-12T17:57:34Z</published><author><name>Ashish Vaswani</name></author></entry>`
    const { use, url, asked } = await site(
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>q</title>${entry}</feed>`,
      'application/atom+xml',
    )
    expect(await use(arxiv(web, url), { query: 'attention need', count: 1 })).toBe(
      '1. Attention Is All You Need\n   http://arxiv.org/abs/1706.03762v7\n   Ashish Vaswani, 2017-06-12\n   The dominant…',
    )
    expect(asked[0]).toContain('search_query=all%3Aattention+AND+all%3Aneed')
  })

  test('arXiv: a bomb of entities is not unfolded', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]><feed><entry><id>&c;</id><title>t</title></entry></feed>`
    const { use, url } = await site(bomb, 'application/xml')
    const text = await use(arxiv(web, url), { query: 'x' }).catch((error: Error) => error.message)
    expect(text.length).toBeLessThan(100_000)
  })

  test('GitHub: repositories, and issues', async () => {
    const items = [
      {
        full_name: 'a/b',
        html_url: 'https://github.com/a/b',
        description: 'Tool',
        stargazers_count: 3,
        language: 'Rust',
        pushed_at: '2026-01-02T00:00:00Z',
      },
    ]
    const { use, url, asked } = await site(JSON.stringify({ items }))
    expect(await use(github(web, url), { query: 'b' })).toBe('1. a/b\n   https://github.com/a/b\n   3 stars, Rust, 2026-01-02\n   Tool')
    expect(asked[0]).toBe('/search/repositories?q=b&per_page=5')
    await expect(use(github(web, url), { query: 'b', kind: 'issues' })).rejects.toThrow(/answered in a form that is not known/)
  })

  test('Wikipedia: in the language that was asked for, best first', async () => {
    const pages = [
      { title: 'Tasse', extract: 'Ein Gefäß.', fullurl: 'https://de.wikipedia.org/wiki/Tasse', index: 2 },
      { title: 'Tee', extract: 'Ein Getränk.', fullurl: 'https://de.wikipedia.org/wiki/Tee', index: 1 },
    ]
    const { use, url, asked } = await site(JSON.stringify({ query: { pages } }))
    const text = await use(wikipedia(web, `${url}/{language}/`), { query: 'Tee', language: 'de' })
    expect(text).toMatch(/^1\. Tee\n {3}https:\/\/de\.wikipedia\.org\/wiki\/Tee\n {3}Ein Getränk\.\n\n2\. Tasse/)
    expect(asked[0]).toContain('gsrsearch=Tee')
    await expect(use(wikipedia(web), { query: 'x', language: 'evil.com/' })).rejects.toThrow(/language: Write a language code/)
  })

  test('news: titles with source and date; nothing found is said', async () => {
    const { use, url } = await site(
      JSON.stringify({
        articles: [{ title: 'Rain', url: 'https://n.example/1', domain: 'n.example', seendate: '20261120T101500Z', language: 'English' }],
      }),
    )
    expect(await use(news(web, url), { query: 'rain' })).toBe('1. Rain\n   https://n.example/1\n   n.example, 2026-11-20, English')
    await close()
    const empty = await site('{}')
    expect(await empty.use(news(web, empty.url), { query: 'rain' })).toMatch(/found nothing/)
  })

  test('the web: through Perplexity with the user’s key, which stands in no error', async () => {
    const keys: (string | undefined)[] = []
    const { use, url, asked } = await site(
      JSON.stringify({ results: [{ title: 'Tea', url: 'https://t.example', snippet: 'Leaves.', date: '2026-11-01' }] }),
      undefined,
      (request) => keys.push(request.headers.authorization),
    )
    const tool = webSearch(web, () => ({ baseUrl: url, key: 'pplx-secret-key' }))
    expect(await use(tool, { query: 'tea' })).toBe('1. Tea\n   https://t.example\n   2026-11-01\n   Leaves.')
    expect(asked).toEqual(['/search'])
    expect(keys).toEqual(['Bearer pplx-secret-key'])
    await close()
    const failing = await site('no JSON')
    const failed = webSearch(web, () => ({ baseUrl: failing.url, key: 'pplx-secret-key' }))
    await expect(failing.use(failed, { query: 'tea' })).rejects.toThrow(/^(?!.*secret).*form that is not known/)
  })

  test('the web: through a service of the user’s own on this computer, without trusting it for pages', async () => {
    const { url, asked } = await site(JSON.stringify({ results: [{ title: 'Tea', url: 'https://t.example', content: 'Leaves.' }] }))
    const options = ToolOptions.parse({ searchUrl: `${url}/search?format=json&q={query}` })
    const call = { signal: new AbortController().signal, options }
    expect(await webSearch(web, () => null).run({ query: 'tea & co' }, call)).toContain('Leaves.')
    expect(asked).toEqual(['/search?format=json&q=tea%20%26%20co'])
    await expect(webFetch(web, sandbox).run({ url }, call)).rejects.toMatchObject({ code: 'denied' })
  })

  test('without a key and an address the tool says what it lacks', () => {
    expect(webSearch(web, () => null).needs(ToolOptions.parse({}))).toBe('search')
  })
})
