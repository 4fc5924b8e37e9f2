const ANSWER_LINE = /^[\s>*_]*answer[*_ ]*[:：][*_ ]*(\S.*?)[*_ ]*$/i

/** The member's words as the agreed answer shows them: the answer first, the closing "Answer: …" line left out. */
export function presentAnswer(text: string): string {
  const lines = text.trimEnd().split('\n')
  const last = lines.at(-1) ?? ''
  const final = ANSWER_LINE.exec(last)?.[1]
  if (final === undefined) return text.trim()
  const rest = lines.slice(0, -1).join('\n').trim()
  if (rest === '') return final
  const firstLine = rest.split('\n', 1)[0] ?? ''
  const opening = rest.split(/\n\s*\n/, 1)[0] ?? ''
  const saidFirst = firstLine.includes(final) || final.split(', ').every((item) => opening.includes(`**${item}**`))
  return saidFirst ? rest : `**${final}**\n\n${rest}`
}
