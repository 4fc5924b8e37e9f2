/** Whether every word of a query begins a word of the text. */
export function matchesQuery(query: string, text: string): boolean {
  const there = wordsOf(text)
  return wordsOf(query).every((word) => there.some((candidate) => candidate.startsWith(word)))
}

export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** A text in pieces, of which those that begin a word as the query does are marked. */
export function markedParts(query: string, text: string): { readonly text: string; readonly marked: boolean }[] {
  const words = wordsOf(query).map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
  if (words.length === 0) return [{ text, marked: false }]
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})`, 'giu')
  return text.split(pattern).flatMap((part, index) => (part === '' ? [] : [{ text: part, marked: index % 2 === 1 }]))
}
