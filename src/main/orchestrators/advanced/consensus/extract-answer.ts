import { parseJson } from './canonical-json.ts'
import { isValue } from './normalise.ts'

/** What a member finally says. `explicit`: it was marked as the answer; else it is the whole text. */
export interface Extracted {
  readonly text: string
  readonly explicit: boolean
}

const LABEL =
  /^[\s>*_#-]*(?:the )?(?:final |correct |endgültige )?(?:answer|antwort|réponse|respuesta|risposta)(?: is)?[*_ ]*[:：=][*_ ]*(.*)$/i
const CONCLUSION =
  /(?:\b(?:(?:the )?(?:final |correct )?answer is|(?:arrives?|ends?|starts?) (?:at|on)|(?:is|are|equals|makes|gives|was)(?: (?:therefore|thus|exactly|equal to|on|at))?)\b|[=≈])[: ]*([^=≈]*)$/i
/** Longer texts are read at both ends only: a mark in the middle of a book is no answer. */
const REACH = 20_000

/** Finds the final answer in free text: JSON field, box, "Answer:" line, bold, one code block, yes or no, the value of the conclusion. */
export function extractAnswer(input: string): Extracted {
  const text = (input.length > 2 * REACH ? input.slice(0, REACH) + input.slice(-REACH) : input).trim()
  const found =
    jsonField(text) ??
    brokenJsonField(text) ??
    boxed(text) ??
    labelled(text) ??
    codeBlock(text) ??
    yesOrNo(text) ??
    bold(text) ??
    conclusion(text)
  return found === null ? { text: input.trim(), explicit: false } : { text: clean(found), explicit: true }
}

function clean(text: string): string {
  return text
    .replace(/^\s*(?:\*\*|__|`)+|(?:\*\*|__|`)+\s*$/g, '')
    .replace(/\*\*/g, '')
    .trim()
}

function jsonField(text: string): string | null {
  const body = /^```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/i.exec(text)?.[1] ?? text
  const value = parseJson(body)
  if (value === undefined) return null
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (!/^(?:final_?)?answer$|^result$/i.test(key)) continue
      return typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean' ? String(item) : JSON.stringify(item)
    }
  }
  return body
}

/** Models often write JSON that does not parse (line breaks in strings, prose around it); its answer field is clear all the same. */
function brokenJsonField(text: string): string | null {
  const field = [...text.matchAll(/"(?:final_?)?answer"\s*:\s*(?:"((?:[^"\\]|\\.)*)"|(-?[\d.,]+|true|false))/gi)].at(-1)
  if (field === undefined) return null
  return field[2] ?? unescaped(field[1] ?? '')
}

function unescaped(text: string): string {
  const parsed = parseJson(`["${text}"]`)
  return Array.isArray(parsed) && typeof parsed[0] === 'string' ? parsed[0] : text
}

function boxed(text: string): string | null {
  return (
    text
      .match(/\\boxed\{([^{}]*)\}/g)
      ?.at(-1)
      ?.slice(7, -1) ??
    /(?:^|\n)#### ?([^\n]+)\s*$/.exec(text)?.[1] ??
    null
  )
}

function labelled(text: string): string | null {
  const lines = text.split('\n')
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const match = LABEL.exec(lines[i] ?? '')
    if (match === null) continue
    const same = clean(match[1] ?? '')
    if (same !== '') return same
    const rest = lines
      .slice(i + 1)
      .join('\n')
      .trim()
    return rest === '' ? null : rest
  }
  return null
}

function codeBlock(text: string): string | null {
  const blocks = [...text.matchAll(/```[^\n]*\n([\s\S]*?)```/g)]
  const [only] = blocks
  return blocks.length === 1 && only?.[1] !== undefined ? `\`\`\`\n${only[1]}` : null
}

function yesOrNo(text: string): string | null {
  return /^(?:\*\*)?(yes|no|ja|nein|oui|non|sí|true|false)(?:\*\*)?(?:[.,;:!—–*]|$)/i.exec(text)?.[1] ?? null
}

function bold(text: string): string | null {
  const distinct = new Set([...text.matchAll(/\*\*([^*\n]{1,120})\*\*/g)].map(([, inner]) => (inner ?? '').trim().replace(/[.:]$/, '')))
  if (distinct.size === 0) return null
  const paragraphs = text.split(/\n\s*\n/)
  const ends = [paragraphs[0] ?? '', paragraphs.at(-1) ?? '']
  const values = [...distinct].filter((inner) => isValue(inner) && ends.some((end) => end.includes(`**${inner}`)))
  const [only] = distinct
  if (values.length === 1) return values[0] ?? null
  return distinct.size === 1 && only !== undefined && text.length <= 400 && only.split(' ').length <= 6 ? only : null
}

/** The value at the end of a short answer's last sentence. Long texts need a concluding word: a number at the end of an essay is no answer. */
function conclusion(text: string): string | null {
  const last =
    text
      .split(/(?<=[.!?])\s+(?=\p{Lu})|\n+/u)
      .at(-1)
      ?.trim()
      .replace(/[.!]+$/, '') ?? ''
  if (text.length > 400 && !/^(?:so|therefore|thus|hence|in total|the (?:answer|result|total) is)\b/i.test(last)) return null
  const tail = CONCLUSION.exec(last)?.[1]?.trim() ?? null
  return tail !== null && isValue(tail) ? tail : null
}
