import type { ReactNode } from 'react'

/** A line of YAML or JSON: keys fainter, texts in the accent, comments faintest. */
export function colouredLine(line: string): ReactNode {
  const comment = /^(\s*)(#.*)$/.exec(line)
  if (comment) return <i className="text-ink-3">{line}</i>
  const parts = /^(\s*(?:- )*)("?[\w$.-]+"?)(:)(.*)$/.exec(line)
  if (!parts) return <s>{line}</s>
  const [, indent, key, colon, rest = ''] = parts
  const plain = /^\s*([[{|>]|-?\d|true\b|false\b|null\b|$)/.test(rest)
  return (
    <>
      {indent}
      <i>{key}</i>
      {colon}
      {plain ? rest : <s>{rest}</s>}
    </>
  )
}
