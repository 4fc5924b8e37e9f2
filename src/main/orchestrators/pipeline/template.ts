/** Pieces of a template in their order: text as it stands, or an expression whose value stands there. */
export type TemplatePiece = { readonly text: string } | { readonly expression: string }

/** Reads `{{ expression }}` out of a template. Braces that are never closed are text. */
export function piecesOf(template: string): TemplatePiece[] {
  const pieces: TemplatePiece[] = []
  let from = 0
  for (const match of template.matchAll(/\{\{([\s\S]+?)\}\}/g)) {
    if (match.index > from) pieces.push({ text: template.slice(from, match.index) })
    pieces.push({ expression: (match[1] ?? '').trim() })
    from = match.index + match[0].length
  }
  if (from < template.length) pieces.push({ text: template.slice(from) })
  return pieces
}

/** The expressions of a template. */
export function expressionsIn(template: string): string[] {
  return piecesOf(template).flatMap((piece) => ('expression' in piece ? [piece.expression] : []))
}

/** A value within text: text as it is, everything else as JSON, nothing for what is missing. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}
