/** The first words of a text without Markdown signs, for rows, tallies and screen readers. */
export function plainLine(text: string, most: number): string {
  const plain = text
    .replace(/```[\s\S]*?(```|$)/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(#{1,6}|>|[-*+]|\d+\.)\s+/gm, '')
    .replace(/(\*\*|__|`|~~)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.length <= most ? plain : `${plain.slice(0, most - 1).trimEnd()}…`
}

/** The first sentence of a text; a figure such as 3.5 or "No. 4" does not end it. */
export function firstSentence(text: string, most = 160): string {
  const line = plainLine(text, 2_000)
  const end = /[.!?](?=\s+\p{Lu}|$)/u.exec(line)
  return plainLine(end ? line.slice(0, end.index + 1) : line, most)
}

/** The first sentence that says more than the answer itself: why a member dissents. Where none does, the first one. */
export function reasonSentence(text: string, answer: string, most = 160): string {
  const said = text.replace(/^\s*\**answer\**\s*:.*$/gim, '')
  const sentences = plainLine(said, 2_000).split(/(?<=[.!?])\s+(?=\p{Lu})/u)
  const bare = plainLine(answer, 2_000)
  const reason = sentences.find(
    (sentence) =>
      sentence
        .replace(bare, ' ')
        .split(/[\s.,:;!?]+/)
        .filter(Boolean).length > 3,
  )
  return reason === undefined ? firstSentence(text, most) : plainLine(reason, most)
}
