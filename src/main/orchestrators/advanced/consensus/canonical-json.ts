import { canonicalNumber } from './parse-number.ts'

/** A JSON value with sorted keys and canonical numbers, so that equal values are equal texts. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number') return canonicalNumber(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(key === 'arguments' ? argumentsOf(item) : item)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** Arguments of a tool call, which some vendors write as JSON within a text: in both ways they are the same call. */
function argumentsOf(value: unknown): unknown {
  return typeof value === 'string' ? (parseJson(value) ?? value) : value
}

/** Values nested deeper than this are no answers, and would exhaust the stack. */
const DEEPEST = 200

/** Parses an object or array; undefined where the text is none. */
export function parseJson(text: string): unknown {
  const trimmed = text.trim()
  if (!/^[[{]/.test(trimmed) || depthOf(trimmed) > DEEPEST) return undefined
  try {
    return JSON.parse(trimmed)
  } catch {
    return undefined
  }
}

/** Upper bound of the nesting: brackets inside of strings are counted too. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (const char of text) {
    if (char === '[' || char === '{') depth += 1
    else if (char === ']' || char === '}') depth -= 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}
