import type { Citation } from '../../../../shared/model.ts'
import { w } from '../words.ts'

/** Question and answer as a piece of Markdown that stands alone. */
export function asMarkdown(question: string, answer: string, by: string): string {
  const quoted = question.trim().replace(/^/gm, '> ')
  return `${quoted}\n\n${answer.trim()}\n\n— ${by}\n`
}

/** The answer with its sources as a numbered list. */
export function withSources(answer: string, citations: readonly Citation[]): string {
  if (citations.length === 0) return answer
  const list = citations.map(({ url, title }, index) => `${index + 1}. ${title === undefined ? `<${url}>` : `[${title}](${url})`}`)
  return `${answer.trim()}\n\n${w.sourcesHeading}:\n\n${list.join('\n')}\n`
}
