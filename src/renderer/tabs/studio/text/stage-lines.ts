import type { Stage } from '../../../../shared/pipeline.ts'

export type Lines = { readonly from: number; readonly to: number }

/** By stage, its first and last line (from 1) in YAML or JSON as they are written here. Found by their ids, so also in a text that is half typed. */
export function linesOfStages(text: string, stages: readonly Pick<Stage, 'id'>[]): ReadonlyMap<string, Lines> {
  const ids = new Set(stages.map(({ id }) => id))
  const lines = text.split('\n')
  const found = new Map<string, Lines>()
  let open: { readonly id: string; readonly from: number; readonly indent: number } | null = null
  for (const [index, line] of lines.entries()) {
    const indent = line.search(/\S/)
    const yaml = /^( *)- id: ["']?([a-z][a-z0-9_]*)["']?\s*$/.exec(line)
    const json = /^( *)"id": "([a-z][a-z0-9_]*)"/.exec(line)
    const id = (yaml ?? json)?.[2]
    const depth = yaml ? indent : json ? indent - 2 : -1
    if (
      open !== null &&
      indent !== -1 &&
      (indent < open.indent || (indent === open.indent && id === undefined && !/^[\]}]/.test(line.trim())))
    ) {
      found.set(open.id, { from: open.from, to: index })
      open = null
    }
    if (id === undefined || !ids.has(id) || (open !== null && depth > open.indent)) continue
    if (open !== null) found.set(open.id, { from: open.from, to: json ? index - 1 : index })
    open = { id, from: json ? index : index + 1, indent: depth }
  }
  if (open !== null) found.set(open.id, { from: open.from, to: lines.length })
  return found
}

/** The line of a field of a stage ("processor.prompt", "input.text"); the stage's first where it stands on none of its own. */
export function lineOfField(text: string, { from, to }: Lines, field: string): number {
  const name = field.split('.').at(-1) ?? ''
  const own = text.split('\n').slice(from - 1, to)
  const at = own.findIndex(
    (line) =>
      line
        .trimStart()
        .replace(/^- /, '')
        .replace(/^"/, '')
        .replace(/"?:.*$/, '') === name,
  )
  return at === -1 ? from : from + at
}
