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
