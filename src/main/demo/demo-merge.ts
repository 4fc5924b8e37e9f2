const BLOCK = /<answer\b[^>]*>\n?([\s\S]*?)\n?<\/answer>/g

/** Texts of the answers that a request asks to merge; null where it asks no such thing. */
export function answersToMerge(question: string): string[] | null {
  if (!/<answers>[\s\S]*<\/answers>/.test(question)) return null
  const texts = [...question.matchAll(BLOCK)].map(([, text = '']) => text.trim()).filter((text) => text !== '')
  return texts.length === 0 ? null : texts
}

/** The most common answer in the words of the one that explains it best, with the dissent named. */
export function mergedAnswer(texts: readonly string[]): string {
  const groups = Map.groupBy(texts, (text) => finalWords(text).toLowerCase())
  const ranked = [...groups.values()].toSorted((a, b) => b.length - a.length || longest(b).length - longest(a).length)
  const [first = [], ...others] = ranked
  const body = longest(first)
    .replace(/\n*^answer:.*$/im, '')
    .trim()
  const votes = texts.length === 1 ? '' : `\n\n${first.length} of ${texts.length} answers say so.`
  const dissent = others.length === 0 ? '' : `\n\nDissent: ${others.map(([text = '']) => finalWords(text)).join('; ')}.`
  return `${body}${votes}${dissent}`
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '')
}

/** What an answer comes down to: its "Answer:" line, else what stands in bold, else all of it. */
function finalWords(text: string): string {
  const line = /^answer:\s*(.+)$/im.exec(text)?.[1]
  const bold = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, inner = '']) => inner).join(', ')
  return (line ?? (bold === '' ? text : bold)).replace(/[.\s]+$/, '').trim()
}
