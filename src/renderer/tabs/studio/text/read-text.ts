import { Pipeline } from '../../../../shared/pipeline.ts'

export type TextFormat = 'yaml' | 'json'

/** Where a text does not hold. */
export type TextProblem = {
  /** From 1. */
  readonly line: number
  /** "stages.0.processor.prompt"; '' for the text as a whole. */
  readonly field: string
  readonly message: string
}

/** What a text says: a pipeline, or why it is none; and the lines of its stages. */
export type TextReading = {
  readonly pipeline: Pipeline | null
  readonly problem: TextProblem | null
}

/** References to an anchor; a bomb of nested ones needs many. */
const MOST_ALIASES = 100

/** Reads YAML or JSON, which is YAML too; the pipeline keeps its `id`, whatever the text says. */
export async function readText(text: string, id: string): Promise<TextReading> {
  const { parseDocument, LineCounter, isNode } = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const wrong = (line: number, field: string, message: string): TextReading => ({ pipeline: null, problem: { line, field, message } })
  const [error] = document.errors
  if (error) return wrong(lines.linePos(error.pos[0]).line, '', error.message)
  const raw: unknown = toValue(() => document.toJS({ maxAliasCount: MOST_ALIASES }))
  const read = Pipeline.safeParse(typeof raw === 'object' && raw !== null ? { ...raw, id } : raw)
  if (read.success) return { pipeline: read.data, problem: null }
  const [issue] = read.error.issues
  const path = issue?.path.map((part) => (typeof part === 'symbol' ? String(part) : part)) ?? []
  return wrong(lineOf(path), path.join('.'), issue?.message ?? '')

  /** Of the deepest part of the path that is there. */
  function lineOf(path: readonly (string | number)[]): number {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
}

/** undefined where the text names too much by reference. */
function toValue(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return undefined
  }
}
