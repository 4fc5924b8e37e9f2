const LONGEST = 60

/** A conversation's title from its first question: the first sentence or line, cut at a word. */
export function titleOf(question: string, attachmentName?: string): string {
  const line = question
    .split('\n')
    .map((text) => text.replace(/^[#>*\-\s`]+/, '').trim())
    .find((text) => text !== '')
  if (line === undefined) return attachmentName ?? 'New conversation'
  const sentence = /^(.{12,}?[.!?])\s/.exec(line)?.[1] ?? line
  if (sentence.length <= LONGEST) return sentence.replace(/[.:]$/, '')
  const cut = sentence.slice(0, LONGEST)
  const word = cut.lastIndexOf(' ')
  return `${(word > LONGEST / 2 ? cut.slice(0, word) : cut).replace(/[\s,;:–-]+$/, '')}…`
}
