import { convert } from 'html-to-text'
import type { ReadHtmlJob } from './sandbox-job.ts'

const DEEPEST = 200
const MOST_CHILDREN = 20_000

/** The text of a page with its links and tables; scripts, styles, forms and images are left out. */
export function readHtml({ html, url }: ReadHtmlJob): string {
  return convert(html, {
    wordwrap: false,
    limits: { maxDepth: DEEPEST, maxChildNodes: MOST_CHILDREN, maxInputLength: html.length + 1 },
    selectors: [
      {
        selector: 'a',
        options: { baseUrl: new URL('/', url).origin, ignoreHref: false, hideLinkHrefIfSameAsText: true, noAnchorUrl: true },
      },
      { selector: 'img', format: 'skip' },
      { selector: 'script', format: 'skip' },
      { selector: 'style', format: 'skip' },
      { selector: 'noscript', format: 'skip' },
      { selector: 'form', format: 'skip' },
      { selector: 'svg', format: 'skip' },
      { selector: 'nav', format: 'skip' },
      { selector: 'table', format: 'dataTable' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  }).replace(/\n{3,}/g, '\n\n')
}
